package io.jenkins.plugins.videogeneration.run;

import hudson.model.Run;
import io.jenkins.plugins.videogeneration.render.RenderRecord;

/** Knows which ids belong to other renders of the same job, so that a lost render is not mistaken for one of them. */
public final class ClaimedVideos {

    /** Renders of the same prompt that were started within minutes belong to the latest builds. */
    private static final int BUILDS = 20;

    private final Run<?, ?> run;
    private final String key;

    public ClaimedVideos(Run<?, ?> run, String key) {
        this.run = run;
        this.key = key;
    }

    public boolean contains(String videoId) {
        Run<?, ?> build = run.getParent().getLastBuild();
        for (int i = 0; build != null && i < BUILDS; i++) {
            BuildVideos videos = build.getAction(BuildVideos.class);
            if (videos != null && videos.records().stream().anyMatch(record -> isOther(record, videoId))) {
                return true;
            }
            build = build.getPreviousBuild();
        }
        return false;
    }

    private boolean isOther(RenderRecord record, String videoId) {
        return videoId.equals(record.videoId()) && !record.key().equals(key);
    }
}
