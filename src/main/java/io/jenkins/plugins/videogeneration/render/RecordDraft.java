package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.ContentVariant;
import io.jenkins.plugins.videogeneration.api.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A record in the making, so that each change names what it changes and nothing else. */
final class RecordDraft {
    private final RenderRecord from;
    String fileName;
    RenderRequest request;
    List<ContentVariant> variants;
    Phase phase;
    Instant intendedAt;
    Instant deadline;
    Duration pollInterval;
    String videoId;
    Instant submittedAt;
    List<StatusChange> history;
    ReportedVideo video;
    VideoFile file;
    List<VariantFile> pictures;
    Instant deliveredAt;
    RenderFailure failure;
    Instant deletedAt;
    Text deletionProblem;
    Cost cost;
    Integer reusedFrom;

    RecordDraft(RenderRecord from) {
        this.from = from;
        this.fileName = from.fileName();
        this.request = from.request();
        this.variants = from.variants();
        this.phase = from.phase();
        this.intendedAt = from.intendedAt();
        this.deadline = from.deadline();
        this.pollInterval = from.pollInterval();
        this.videoId = from.videoId();
        this.submittedAt = from.submittedAt();
        this.history = from.history();
        this.video = from.video();
        this.file = from.file();
        this.pictures = from.pictures();
        this.deliveredAt = from.deliveredAt();
        this.failure = from.failure();
        this.deletedAt = from.deletedAt();
        this.deletionProblem = from.deletionProblem();
        this.cost = from.cost();
        this.reusedFrom = from.reusedFrom();
    }

    RenderRecord record() {
        return new RenderRecord(
                from.key(),
                request,
                fileName,
                variants,
                phase,
                intendedAt,
                deadline,
                pollInterval,
                videoId,
                submittedAt,
                history,
                video,
                file,
                pictures,
                deliveredAt,
                failure,
                deletedAt,
                deletionProblem,
                cost,
                reusedFrom);
    }
}
