package io.jenkins.plugins.videogeneration.gallery;

import hudson.Functions;
import hudson.Util;
import hudson.model.Run;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Who may read a build's artifacts, and where Jenkins has them. */
final class ArtifactPaths {

    private ArtifactPaths() {}

    /** The permission counts only where an administrator has switched it on, as everywhere in Jenkins. */
    static boolean mayRead(Run<?, ?> run) {
        return !Functions.isArtifactsPermissionEnabled() || run.hasPermission(Run.ARTIFACTS);
    }

    static void checkMayRead(Run<?, ?> run) {
        if (Functions.isArtifactsPermissionEnabled()) {
            run.checkPermission(Run.ARTIFACTS);
        }
    }

    /** Relative to Jenkins, or null without a name. */
    static String url(Run<?, ?> run, String name) {
        return name == null
                ? null
                : run.getUrl() + "artifact/"
                        + Arrays.stream(name.split("/")).map(Util::rawEncode).collect(Collectors.joining("/"));
    }
}
