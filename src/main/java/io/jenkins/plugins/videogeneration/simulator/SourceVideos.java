package io.jenkins.plugins.videogeneration.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.videogeneration.simulator.media.TestCard;
import java.time.Instant;
import java.util.Optional;

/** Finds the video that a render starts from: by id, or in an uploaded file. */
final class SourceVideos {

    private static final String FIELD = "video";

    private final Records<Job> jobs;
    private final IdForm ids;
    private final RenderRules rules;

    SourceVideos(Records<Job> jobs, IdForm ids, RenderRules rules) {
        this.jobs = jobs;
        this.ids = ids;
        this.rules = rules;
    }

    /** The video of the field {@code video}: an object with an id, or a file. */
    SourceVideo find(Parameters parameters, Instant now) {
        UploadedFile file = parameters.files().get(FIELD);
        if (file != null) {
            return uploaded(file);
        }
        JsonNode video = parameters.field(FIELD).orElseThrow(() -> ApiError.missing(FIELD));
        return Optional.ofNullable(video.get("id"))
                .filter(JsonNode::isTextual)
                .map(id -> completed(id.textValue(), now))
                .map(SourceVideo::of)
                .orElseThrow(() -> ApiError.badValue(FIELD, "'video' has to be an object with an id, or a file."));
    }

    /**
     * @throws ApiError 404 when there is no such job, 400 when there is no video of it yet
     */
    Job completed(String id, Instant now) {
        Job job = jobs.find(ids.read(id)).orElseThrow(() -> ApiError.notFound("No video with this id was found."));
        if (job.status(now) != JobStatus.COMPLETED) {
            throw ApiError.badValue(FIELD, "The video is not completed.");
        }
        return job;
    }

    private SourceVideo uploaded(UploadedFile file) {
        Mp4Facts facts = file.video()
                .orElseThrow(() -> ApiError.badValue(FIELD, "The uploaded file is not an MP4 with a video."));
        VideoSize size = facts.size();
        if (!TestCard.canHaveSize(size.width(), size.height())) {
            throw ApiError.badValue(FIELD, "The uploaded video has an unsupported size.");
        }
        return new SourceVideo(rules.defaultModel(), size, facts.seconds(), 0);
    }
}
