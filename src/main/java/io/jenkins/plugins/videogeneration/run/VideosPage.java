package io.jenkins.plugins.videogeneration.run;

import hudson.console.HyperlinkNote;
import hudson.model.Run;

/** The page of a build about its videos. */
public final class VideosPage {

    /** What follows the URL of a build or a job there. */
    public static final String URL_NAME = "videos";

    private VideosPage() {}

    /** For a console: leads there from any page, also if this Jenkins does not know its own URL. */
    static String link(Run<?, ?> run, String text) {
        return HyperlinkNote.encodeTo("/" + run.getUrl() + URL_NAME + "/", text);
    }
}
