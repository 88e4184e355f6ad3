package io.jenkins.plugins.videogeneration.run;

import hudson.model.Run;
import io.jenkins.plugins.videogeneration.render.Phase;
import io.jenkins.plugins.videogeneration.render.RenderJournal;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import java.io.IOException;
import java.util.Objects;

/**
 * The journal of a render in the folder of its build, which also keeps the {@link OpenRenders} up to date. These hear of
 * milestones alone: the intent, the id, and the end.
 */
public final class BuildJournal implements RenderJournal {

    private final BuildVideos videos;
    private final String key;
    private final Run<?, ?> run;
    private final String credentialsId;
    private final boolean askedHere;
    private RenderRecord noted;

    /**
     * @param videos those of the build
     * @param key the render's name in its build
     * @param credentialsId the key of the build's choice, or null
     * @param askedHere whether this render asks for the video, and so has to answer for it
     */
    public BuildJournal(BuildVideos videos, String key, Run<?, ?> run, String credentialsId, boolean askedHere) {
        this.videos = videos;
        this.key = key;
        this.run = run;
        this.credentialsId = credentialsId;
        this.askedHere = askedHere;
    }

    @Override
    public synchronized void write(RenderRecord record) throws IOException {
        // the job may have been moved since the last time
        videos.journal(key).write(record);
        videos.noteInJob();
        if (!record.isOpen()) {
            settle(record);
        } else if (askedHere && isMilestone(record)) {
            OpenRenders.get().put(OpenRender.of(run, credentialsId, record));
            noted = record;
            ClaimRegister.get().written(record);
        }
    }

    private boolean isMilestone(RenderRecord record) {
        return noted == null
                || !Objects.equals(noted.videoId(), record.videoId())
                || record.phase() == Phase.FAILED
                || record.phase() == Phase.CANCELLED;
    }

    private void settle(RenderRecord record) throws IOException {
        boolean onlyPictures = record.phase() == Phase.DELIVERED && record.file() == null;
        if (onlyPictures && !askedHere) {
            // the video itself is still to be brought home
            return;
        }
        if (askedHere && record.videoId() != null) {
            SettledVideos.get().add(record.request().service(), record.videoId(), record.key());
        }
        OpenRenders.get().remove(record.key());
        if (record.videoId() != null) {
            OpenRenders.get().settled(record.request().service(), record.videoId());
        }
    }
}
