package io.jenkins.plugins.videogeneration.adoption;

import hudson.model.Run;
import io.jenkins.plugins.videogeneration.render.Phase;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.run.BuildVideos;
import io.jenkins.plugins.videogeneration.run.OpenRender;
import io.jenkins.plugins.videogeneration.run.OpenRenders;
import io.jenkins.plugins.videogeneration.service.ReadersWords;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A video that was asked for, that was not brought home, and that no step waits for: as pages show it. */
public final class UndeliveredVideo {

    private static final Logger LOGGER = Logger.getLogger(UndeliveredVideo.class.getName());
    private static final int LONGEST_PROMPT = 80;

    private final OpenRender open;
    private final Run<?, ?> run;
    private final RenderRecord record;

    private UndeliveredVideo(OpenRender open, Run<?, ?> run, RenderRecord record) {
        this.open = open;
        this.run = run;
        this.record = record;
    }

    /** All of this Jenkins, oldest first. */
    static List<UndeliveredVideo> all() {
        return OpenRenders.get().all().stream()
                .map(open -> of(open, open.findBuild().orElse(null)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Those of one build. */
    static List<UndeliveredVideo> of(Run<?, ?> run) {
        BuildVideos videos = run.getAction(BuildVideos.class);
        if (videos == null) {
            return List.of();
        }
        return videos.records().stream()
                .filter(RenderRecord::isOpen)
                .flatMap(record -> OpenRenders.get().find(record.key()).stream())
                .map(open -> of(open, run))
                .flatMap(Optional::stream)
                .toList();
    }

    /** One of a build, by the key of its render. */
    public static Optional<UndeliveredVideo> find(Run<?, ?> run, String key) {
        return OpenRenders.get().find(key).flatMap(open -> of(open, run));
    }

    /** @return nothing if a step still cares for it, or what follows its abort is still being done */
    static Optional<UndeliveredVideo> of(OpenRender open, Run<?, ?> run) {
        RenderRecord record = run == null ? open.record() : known(open, run);
        boolean leftAlone = run == null || isLeftAlone(record, run);
        return leftAlone ? Optional.of(new UndeliveredVideo(open, run, record)) : Optional.empty();
    }

    private static boolean isLeftAlone(RenderRecord record, Run<?, ?> run) {
        BuildVideos videos = run.getAction(BuildVideos.class);
        boolean underWay = videos != null && videos.isUnderWay(record.key());
        return !underWay && (!run.isBuilding() || record.phase().isFinal());
    }

    private static RenderRecord known(OpenRender open, Run<?, ?> run) {
        try {
            return BuildVideos.of(run).journal(open.record().key()).read().orElse(open.record());
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Cannot read the journal of a video of " + run);
            return open.record();
        }
    }

    OpenRender open() {
        return open;
    }

    Run<?, ?> run() {
        return run;
    }

    public String getKey() {
        return record.key();
    }

    public String getService() {
        return record.request().service();
    }

    /** The service's id, or null if it is in doubt whether there is one. */
    public String getId() {
        return record.videoId();
    }

    public String getPrompt() {
        String prompt = record.request().text("prompt");
        return prompt == null || prompt.length() <= LONGEST_PROMPT
                ? prompt
                : prompt.substring(0, LONGEST_PROMPT) + "...";
    }

    /** In ISO 8601, which can be sorted by. */
    public String getIntendedAt() {
        return record.intendedAt().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    public Date getIntendedTime() {
        return Date.from(record.intendedAt());
    }

    public String getBuildName() {
        return open.job() + " #" + open.build();
    }

    /** Relative to Jenkins, or null if the build is gone. */
    public String getBuildUrl() {
        return run == null ? null : run.getUrl();
    }

    /** Where one POST brings it home, relative to Jenkins. */
    public String getFetchUrl() {
        return run.getUrl() + BuildAdoption.URL_NAME + "/fetch";
    }

    public boolean isFetchable() {
        return run != null && !isBusy();
    }

    public boolean isDeletable() {
        return record.videoId() != null && !isBusy();
    }

    public boolean isBeingFetched() {
        return Adoptions.get().isFetching(getKey());
    }

    private boolean isBusy() {
        return isBeingFetched() || Adoptions.get().isDeleting(getKey());
    }

    /** What became of it, in words. */
    public String getState() {
        Optional<RenderRecord> progress = Adoptions.get().progress(getKey());
        if (progress.isPresent()) {
            return Messages.UndeliveredVideo_beingFetched(
                    ReadersWords.of(progress.get().describe()));
        }
        if (Adoptions.get().isDeleting(getKey())) {
            return Messages.UndeliveredVideo_beingDeleted();
        }
        if (record.deletionProblem() != null) {
            return Messages.UndeliveredVideo_notDeleted(ReadersWords.of(record.deletionProblem()));
        }
        if (run == null && record.videoId() != null) {
            return Messages.UndeliveredVideo_buildGone(record.videoId());
        }
        if (record.phase() == Phase.FAILED && record.failure() != null) {
            return ReadersWords.of(record.failure().problem());
        }
        if (record.videoId() == null) {
            return Messages.UndeliveredVideo_inDoubt();
        }
        return record.phase() == Phase.CANCELLED
                ? Messages.UndeliveredVideo_aborted()
                : Messages.UndeliveredVideo_ended();
    }
}
