package io.jenkins.plugins.videogeneration.render;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.jenkins.plugins.videogeneration.api.ContentVariant;
import io.jenkins.plugins.videogeneration.api.Text;
import io.jenkins.plugins.videogeneration.api.Video;
import io.jenkins.plugins.videogeneration.api.VideoStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * All that is known about one render. It is what the journal keeps, what goes on after a restart, and, at the end, the
 * provenance of the video. It never holds a key.
 *
 * @param key the render's name in its journal, unique within a build
 * @param request what was asked for
 * @param fileName the name under which the video is delivered
 * @param variants what is fetched of it; the video itself, unless only pictures are wanted, and nothing if it is only
 *     asked for
 * @param phase how far it is
 * @param intendedAt when it was first written down, which is before it was asked for
 * @param deadline when waiting for it ends
 * @param pollInterval how long to wait between two questions if the service does not say
 * @param videoId the service's id, null until it is known
 * @param submittedAt when the service had taken the request, null until then
 * @param history each status that the service reported, in order
 * @param video what the service said last, null until it said something
 * @param file the fetched video, null until it was checked
 * @param pictures the fetched pictures that go with it
 * @param deliveredAt when the video was where it belongs, null until then
 * @param failure why it ended without a video, null if it did not
 * @param deletedAt when the service had deleted it because nobody wanted it any more, null until then
 * @param deletionProblem why the service did not delete it although it was asked to, null if it was not, or did
 * @param cost what it is estimated to cost, null if no price is known
 * @param reusedFrom the number of the build whose video this is, null if it was rendered for this one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RenderRecord(
        String key,
        RenderRequest request,
        String fileName,
        List<ContentVariant> variants,
        Phase phase,
        Instant intendedAt,
        Instant deadline,
        Duration pollInterval,
        String videoId,
        Instant submittedAt,
        List<StatusChange> history,
        ReportedVideo video,
        VideoFile file,
        List<VariantFile> pictures,
        Instant deliveredAt,
        RenderFailure failure,
        Instant deletedAt,
        Text deletionProblem,
        Cost cost,
        Integer reusedFrom) {

    public RenderRecord {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(phase, "phase");
        variants = variants == null ? List.of(ContentVariant.VIDEO) : List.copyOf(variants);
        history = history == null ? List.of() : List.copyOf(history);
        pictures = pictures == null ? List.of() : List.copyOf(pictures);
    }

    /** A render that is wanted from now on. */
    public static RenderRecord intended(
            String key, RenderRequest request, String fileName, Instant now, Duration timeout, Duration pollInterval) {
        return new RenderRecord(
                key,
                request,
                fileName,
                null,
                Phase.INTENDED,
                now,
                now.plus(timeout),
                pollInterval,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The same render, of which these are fetched. */
    public RenderRecord fetching(List<ContentVariant> wanted) {
        RecordDraft draft = new RecordDraft(this);
        draft.variants = wanted;
        return draft.record();
    }

    /** The same render, delivered under another name. */
    public RenderRecord named(String newName) {
        RecordDraft draft = new RecordDraft(this);
        draft.fileName = newName;
        return draft.record();
    }

    /** The same render as one that the service has deleted. */
    public RenderRecord deleted(Instant now) {
        RecordDraft draft = new RecordDraft(this);
        draft.deletedAt = now;
        draft.deletionProblem = null;
        return draft.record();
    }

    /** The same render as one that the service was asked to delete, and did not. */
    RenderRecord notDeleted(Text problem) {
        RecordDraft draft = new RecordDraft(this);
        draft.deletionProblem = problem;
        return draft.record();
    }

    /** The same render with what it is estimated to cost. */
    public RenderRecord costing(Cost estimate) {
        RecordDraft draft = new RecordDraft(this);
        draft.cost = estimate;
        return draft.record();
    }

    /** The same render, which still waits for a place, as what it would ask for now. */
    public RenderRecord queuedFor(RenderRequest now) {
        if (phase != Phase.QUEUED) {
            throw new IllegalStateException("The render " + key + " is " + phase);
        }
        RecordDraft draft = new RecordDraft(this);
        draft.request = now;
        return draft.record();
    }

    /** The same render after its wait for a place, which does not count as time that it is given. */
    RenderRecord admitted(Instant now) {
        RecordDraft draft = new RecordDraft(this);
        draft.phase = Phase.INTENDED;
        draft.intendedAt = now;
        draft.deadline = now.plus(Duration.between(intendedAt, deadline));
        return draft.record();
    }

    /**
     * This render with the video of an earlier one that asked for the same, and so for nothing.
     *
     * @param build the number of the earlier one's build
     * @param ownFile its video, under this render's name
     */
    public RenderRecord reusing(RenderRecord earlier, int build, VideoFile ownFile, List<VariantFile> ownPictures) {
        RecordDraft draft = new RecordDraft(this);
        draft.phase = Phase.FETCHING;
        draft.videoId = earlier.videoId;
        draft.submittedAt = earlier.submittedAt;
        draft.history = earlier.history;
        draft.video = earlier.video;
        draft.file = ownFile;
        draft.pictures = ownPictures;
        draft.cost = Cost.nothing(cost == null ? null : cost.currency());
        draft.reusedFrom = build;
        return draft.record();
    }

    /**
     * The same render as one that the service has already, because somebody else asked for it.
     *
     * @param finished whether it is known to be finished, so that it need not be waited for
     */
    public RenderRecord knownAs(String id, boolean finished) {
        RecordDraft draft = new RecordDraft(this);
        draft.videoId = id;
        draft.phase = finished ? Phase.FETCHING : Phase.SUBMITTED;
        return draft.record();
    }

    /** @param newDeadline when waiting for it ends */
    RenderRecord submitted(Video answer, Instant now, Instant newDeadline) {
        RecordDraft draft = new RecordDraft(this);
        draft.deadline = newDeadline;
        draft.phase = Phase.SUBMITTED;
        draft.videoId = answer.id();
        draft.submittedAt = now;
        draft.history = List.of(new StatusChange(answer.status().value(), now));
        draft.video = ReportedVideo.of(answer);
        return draft.record();
    }

    RenderRecord reported(Video answer, Instant now) {
        List<StatusChange> changes = new ArrayList<>(history);
        String status = answer.status().value();
        if (changes.isEmpty() || !changes.get(changes.size() - 1).status().equals(status)) {
            changes.add(new StatusChange(status, now));
        }
        RecordDraft draft = new RecordDraft(this);
        draft.phase = Phase.WAITING;
        draft.history = changes;
        draft.video = ReportedVideo.of(answer);
        return draft.record();
    }

    public RenderRecord fetched(VideoFile fetched, List<VariantFile> fetchedPictures) {
        RecordDraft draft = new RecordDraft(this);
        draft.phase = Phase.FETCHING;
        draft.file = fetched;
        draft.pictures = fetchedPictures;
        return draft.record();
    }

    RenderRecord delivered(Instant now) {
        RecordDraft draft = new RecordDraft(this);
        draft.phase = Phase.DELIVERED;
        draft.deliveredAt = now;
        return draft.record();
    }

    /** The same render as one that ended without a video. */
    public RenderRecord failed(RenderFailure why) {
        RecordDraft draft = new RecordDraft(this);
        draft.phase = Phase.FAILED;
        draft.failure = why;
        return draft.record();
    }

    /** Cancelled before the service had taken anything. */
    public RenderRecord withdrawn() {
        RecordDraft draft = new RecordDraft(this);
        draft.phase = Phase.CANCELLED;
        draft.failure = new RenderFailure(
                Text.of("render.RenderRecord.withdrawn"), Text.of("render.RenderRecord.nothingPaid"), true);
        return draft.record();
    }

    RenderRecord in(Phase next) {
        RecordDraft draft = new RecordDraft(this);
        draft.phase = next;
        return draft.record();
    }

    /**
     * Whether the render may still become a video: it has not ended, or it ended here, for want of time or a connection,
     * but not at the service, which may have it.
     */
    @JsonIgnore
    public boolean canGoOn() {
        return phase != Phase.CANCELLED && isOpen();
    }

    /**
     * Whether the service may have a video of this render, or be making one, that was not brought home. Even one that
     * nobody wanted for a while can be brought home then.
     */
    @JsonIgnore
    public boolean isOpen() {
        if (phase == Phase.QUEUED
                || phase == Phase.DELIVERED
                || deletedAt != null
                || (failure != null && failure.nothingRuns())) {
            return false;
        }
        return !phase.isFinal() || status() == null || !new VideoStatus(status()).isFailure();
    }

    /**
     * The same render for {@link RenderEngine#resume}, with the time that it is given from now on.
     *
     * @throws IllegalStateException if it is not {@link #isOpen open}
     */
    public RenderRecord goingOn(Instant newDeadline, Duration newPollInterval) {
        if (!isOpen()) {
            throw new IllegalStateException("The render " + key + " is " + phase);
        }
        RecordDraft draft = new RecordDraft(this);
        draft.phase = phaseToGoOnIn();
        draft.deadline = newDeadline;
        draft.pollInterval = newPollInterval;
        draft.failure = null;
        draft.deletionProblem = null;
        return draft.record();
    }

    /** A video that was fetched is not asked for again: the service may have forgotten it. */
    private Phase phaseToGoOnIn() {
        if (videoId == null) {
            return Phase.INTENDED;
        }
        return file == null ? Phase.WAITING : Phase.FETCHING;
    }

    /** The names of all files that are delivered: the video, its pictures, and the provenance. */
    @JsonIgnore
    public List<String> deliveredNames() {
        List<String> names = new ArrayList<>();
        if (file != null) {
            names.add(file.name());
        }
        pictures.forEach(picture -> names.add(picture.name()));
        names.add(Provenance.fileName(fileName));
        return names;
    }

    /** The last status that the service reported, or null. */
    @JsonIgnore
    public String status() {
        return history.isEmpty() ? null : history.get(history.size() - 1).status();
    }

    /** How far it is, in a few words: the phase, and what the service says. */
    public Text describe() {
        if (phase == Phase.QUEUED) {
            return Text.of("render.Phase.QUEUED", request.service());
        }
        if (phase != Phase.SUBMITTED && phase != Phase.WAITING) {
            return Text.of("render.Phase." + phase.name());
        }
        Integer progress = video == null ? null : video.progress();
        return Text.verbatim(videoId + " " + status() + (progress == null ? "" : " " + progress + " %"));
    }
}
