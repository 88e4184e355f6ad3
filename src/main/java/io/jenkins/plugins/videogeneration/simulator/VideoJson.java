package io.jenkins.plugins.videogeneration.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Writes jobs as the API shows them. */
final class VideoJson {

    private final VideoForm form;
    private final SignedFiles files;

    VideoJson(VideoForm form, SignedFiles files) {
        this.form = form;
        this.files = files;
    }

    /** As a call shows it that makes or lists jobs. */
    ObjectNode write(Job job, Call call) {
        return write(job, call, false);
    }

    /** As a call shows it that asks for this job. */
    ObjectNode polled(Job job, Call call) {
        return write(job, call, true);
    }

    private ObjectNode write(Job job, Call call, boolean polled) {
        Instant now = call.now();
        JobStatus status = job.status(now);
        boolean completed = status == JobStatus.COMPLETED;
        String id = form.ids().write(job.id(), polled);
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("object", "video")
                .put("model", job.model())
                .put("status", form.words().of(job, now))
                .put("progress", form.progressJumps() && !completed ? 0 : job.progress(now))
                .put("created_at", time(job.createdAt()))
                .put("completed_at", completed ? time(job.finishesAt()) : null)
                .put("expires_at", completed ? time(job.expiresAt()) : null)
                .put("prompt", job.prompt())
                .put("size", job.size().toString());
        form.seconds().write(node, job.seconds());
        node.put(
                "remixed_from_video_id",
                job.remixedFrom().map(from -> form.ids().write(from, false)).orElse(null));
        node.set(
                "error",
                status == JobStatus.FAILED
                        ? form.error().write(job.error().orElseThrow())
                        : JsonNodeFactory.instance.nullNode());
        if (form.taskId()) {
            node.put("task_id", id).putObject("metadata");
        }
        if (form.url() && completed && !job.expired(now)) {
            node.put("url", files.url(job, Variant.VIDEO, call));
        }
        return node;
    }

    private Long time(Instant instant) {
        return form.milliseconds() ? instant.toEpochMilli() : instant.getEpochSecond();
    }
}
