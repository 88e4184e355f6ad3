package io.jenkins.plugins.videogeneration.gallery;

import hudson.model.Item;
import hudson.model.Run;
import io.jenkins.plugins.videogeneration.adoption.Adoptions;
import io.jenkins.plugins.videogeneration.adoption.UndeliveredVideo;
import io.jenkins.plugins.videogeneration.api.ContentVariant;
import io.jenkins.plugins.videogeneration.render.Elapsed;
import io.jenkins.plugins.videogeneration.render.RecordJson;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.render.ReportedVideo;
import io.jenkins.plugins.videogeneration.render.StatusChange;
import io.jenkins.plugins.videogeneration.run.VideosPage;
import io.jenkins.plugins.videogeneration.service.ReadersWords;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** One render as people see it: on the pages, and as a part of the remote API. */
@ExportedBean(defaultVisibility = 3)
@Restricted(NoExternalUse.class)
public final class VideoCard {

    private final Run<?, ?> run;
    private final RenderRecord record;
    private final CardFiles files;
    private final CardState state;
    private final Instant now;

    /** @param stored knows the artifacts of this render */
    VideoCard(Run<?, ?> run, RenderRecord record, StoredNames stored, Instant now) {
        this.run = run;
        this.record = record;
        this.files = new CardFiles(run, record, stored);
        this.state = CardState.of(record, run.isBuilding() || Adoptions.get().isFetching(record.key()));
        this.now = now;
    }

    public Run<?, ?> getRun() {
        return run;
    }

    /** The render's name in its build. */
    @Exported
    public String getKey() {
        return record.key();
    }

    /** running, finished, failed, cancelled or left. */
    @Exported
    public String getState() {
        return state.id();
    }

    /** The state in words; while it runs, the service's own. */
    public String getStatusText() {
        return state == CardState.RUNNING ? StatusWords.of(record) : state.label();
    }

    public String getIcon() {
        return state.icon();
    }

    public boolean isRunning() {
        return state == CardState.RUNNING;
    }

    /** The service's id, or null until it is known. */
    @Exported
    public String getId() {
        return record.videoId();
    }

    /** The last status in the service's own word, or null. */
    @Exported
    public String getServiceStatus() {
        return record.status();
    }

    /** What the service said, and when that was first seen, oldest first. */
    @Exported
    public List<StatusTime> getHistory() {
        return record.history().stream().map(StatusTime::new).toList();
    }

    /** A status in the service's own word, and when it was first seen. */
    @ExportedBean(defaultVisibility = 4)
    public record StatusTime(StatusChange change) {
        @Exported
        public String getStatus() {
            return change.status();
        }

        @Exported
        public String getAt() {
            return change.at().toString();
        }
    }

    /** Percent, or null if the service does not say. */
    @Exported
    public Integer getProgress() {
        return state == CardState.FINISHED ? Integer.valueOf(100) : reported().progress();
    }

    @Exported
    public String getPrompt() {
        return record.request().text("prompt");
    }

    /** What its file is called, or would have been. */
    String getFileName() {
        return record.fileName();
    }

    /** What the card is called: its prompt, or its file's name. */
    public String getTitle() {
        return getPrompt() == null ? record.fileName() : getPrompt();
    }

    @Exported
    public String getService() {
        return record.request().service();
    }

    @Exported
    public String getModel() {
        return first(reported().model(), record.request().text("model"));
    }

    /** WIDTHxHEIGHT in pixels: of the file if there is one. */
    @Exported
    public String getSize() {
        return record.file() == null
                ? first(reported().size(), record.request().text("size"))
                : record.file().width() + "x" + record.file().height();
    }

    /** The same for views: in their expressions "size" is a word of the language. */
    public String getDimensions() {
        return getSize();
    }

    @Exported
    public String getSeconds() {
        return first(reported().seconds(), record.request().text("seconds"));
    }

    /** What it is estimated to cost, or null if no price is known. */
    @Exported
    public Double getCost() {
        return record.cost() == null ? null : record.cost().amount().doubleValue();
    }

    @Exported
    public String getCurrency() {
        return record.cost() == null ? null : record.cost().currency();
    }

    /** Such as "0.8 USD", or null. */
    public String getCostText() {
        return record.cost() == null ? null : record.cost().words();
    }

    /** The number of the build whose video it is, or null if it was rendered for this one. */
    @Exported
    public Integer getReusedFrom() {
        return record.reusedFrom();
    }

    /** That build's videos, relative to Jenkins; null if it is gone. */
    public String getReusedFromUrl() {
        Run<?, ?> build = record.reusedFrom() == null ? null : run.getParent().getBuildByNumber(record.reusedFrom());
        return build == null ? null : build.getUrl() + VideosPage.URL_NAME + "/";
    }

    /** What was asked for and not brought home, or null if there is nothing of that. */
    public UndeliveredVideo getUndelivered() {
        return state == CardState.FINISHED
                ? null
                : UndeliveredVideo.find(run, record.key()).orElse(null);
    }

    /** Whether it is still to be had at the service, for who may build the job. */
    @Exported
    public boolean isFetchable() {
        UndeliveredVideo undelivered = getUndelivered();
        return undelivered != null && undelivered.isFetchable();
    }

    /** Whether the service has deleted it because nobody wanted it any more. */
    public boolean isDeleted() {
        return record.deletedAt() != null;
    }

    public boolean isMayFetch() {
        return run.getParent().hasPermission(Item.BUILD);
    }

    /** How long it took, or takes by now, in milliseconds; null if nobody wrote that down. */
    @Exported
    public Long getElapsedMillis() {
        return elapsed().map(Duration::toMillis).orElse(null);
    }

    public String getElapsedText() {
        return elapsed().map(Elapsed::of).map(ReadersWords::of).orElse("");
    }

    /** ISO 8601, or null. */
    @Exported
    public String getSubmittedAt() {
        return record.submittedAt() == null ? null : record.submittedAt().toString();
    }

    /** When the video was where it belongs; ISO 8601, or null. */
    @Exported
    public String getDeliveredAt() {
        return record.deliveredAt() == null ? null : record.deliveredAt().toString();
    }

    /** The artifact's path, or null if there is no video. */
    @Exported
    public String getFile() {
        return record.file() == null ? null : record.file().name();
    }

    @Exported
    public Long getBytes() {
        return record.file() == null ? null : record.file().bytes();
    }

    @Exported
    public String getSha256() {
        return record.file() == null ? null : record.file().sha256();
    }

    /** Why there is no video, or null. */
    @Exported
    public String getFailure() {
        return record.failure() == null
                ? null
                : ReadersWords.of(record.failure().problem());
    }

    /** What a person can do about it, or null. */
    @Exported
    public String getAdvice() {
        return record.failure() == null
                ? null
                : ReadersWords.of(record.failure().remedy());
    }

    /** Where the card's own pages are, relative to Jenkins. */
    public String getUrl() {
        return CardFiles.url(run, record);
    }

    /** Where people look at it. */
    @Exported(name = "url")
    public String getPageUrl() {
        return run.getAbsoluteUrl() + VideosPage.URL_NAME + "/#video-" + record.key();
    }

    /** The video and its pictures among the artifacts. */
    @Exported(name = "addresses", inline = true)
    public CardFiles getFiles() {
        return files;
    }

    /** The line that asks for the same again, or null. */
    @Exported
    public String getJenkinsfileLine() {
        return JenkinsfileLine.of(record).orElse(null);
    }

    /** The whole record, as JSON. */
    public String getProvenance() {
        return new String(RecordJson.write(record), StandardCharsets.UTF_8);
    }

    /** The video for a player. */
    public HttpResponse doVideo() {
        return files.play(record.file());
    }

    public HttpResponse doThumbnail() {
        return files.play(ContentVariant.THUMBNAIL);
    }

    public HttpResponse doSpritesheet() {
        return files.play(ContentVariant.SPRITESHEET);
    }

    private Optional<Duration> elapsed() {
        return CardTime.elapsed(record, state, now);
    }

    private ReportedVideo reported() {
        return Objects.requireNonNullElse(record.video(), ReportedVideo.NOTHING);
    }

    private static String first(String one, String other) {
        return one != null ? one : other;
    }
}
