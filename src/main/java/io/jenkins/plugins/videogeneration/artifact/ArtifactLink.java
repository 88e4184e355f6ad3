package io.jenkins.plugins.videogeneration.artifact;

import hudson.Util;
import hudson.console.HyperlinkNote;
import hudson.model.Run;
import java.util.Arrays;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;

/** Where an artifact can be downloaded. */
public final class ArtifactLink {

    private ArtifactLink() {}

    /** Absolute if this Jenkins knows its own URL, else relative to its root. */
    public static String url(Run<?, ?> run, String artifact) {
        return Util.fixNull(Jenkins.get().getRootUrl()) + pathInJenkins(run, artifact);
    }

    /** For a console: leads there from any page, also if this Jenkins does not know its own URL. */
    static String note(Run<?, ?> run, String artifact) {
        return HyperlinkNote.encodeTo("/" + pathInJenkins(run, artifact), artifact);
    }

    private static String pathInJenkins(Run<?, ?> run, String artifact) {
        String path = Arrays.stream(artifact.split("/")).map(Util::rawEncode).collect(Collectors.joining("/"));
        return run.getUrl() + "artifact/" + path;
    }
}
