package io.jenkins.plugins.videogeneration.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/** Answers that show one job, with a hint when it is worth asking again. */
final class JobAnswers {

    private static final long SHORTEST_WAIT = 50;
    private static final long LONGEST_WAIT = 10_000;
    /** A render is looked at about so many times: often enough for its progress to be seen. */
    private static final int LOOKS = 10;

    private final Dialect dialect;
    private final Records<Job> jobs;
    private final VideoJson json;

    JobAnswers(Dialect dialect, Records<Job> jobs, VideoJson json) {
        this.dialect = dialect;
        this.jobs = jobs;
        this.json = json;
    }

    /** @throws ApiError 404 when there is no such job */
    Job find(Call call) {
        String id = dialect.videos().ids().read(call.id().orElseThrow());
        return jobs.find(id).orElseThrow(() -> ApiError.notFound("No video with this id was found."));
    }

    /** What a call that renders answers. */
    ApiResponse accepted(Job job, Call call) {
        return hinting(ApiResponse.json(dialect.renders().createStatus(), written(job, call)), job, call.now());
    }

    /** What a call answers that asks for a job. */
    ApiResponse polled(Job job, Call call) {
        boolean failed = job.status(call.now()) == JobStatus.FAILED;
        int status = failed && dialect.errors().failedJobs()
                ? job.error().orElseThrow().httpStatus()
                : 200;
        return hinting(ApiResponse.json(status, json.polled(job, call)), job, call.now());
    }

    ObjectNode written(Job job, Call call) {
        return json.write(job, call);
    }

    private ApiResponse hinting(ApiResponse response, Job job, Instant now) {
        return job.status(now).terminal() || !dialect.load().pollHint()
                ? response
                : response.with("openai-poll-after-ms", wait(job, now));
    }

    private static String wait(Job job, Instant now) {
        long left = Duration.between(now, job.finishesAt()).toMillis();
        long step = Duration.between(job.createdAt(), job.finishesAt()).toMillis() / LOOKS;
        return Long.toString(Math.max(SHORTEST_WAIT, Math.min(LONGEST_WAIT, Math.min(left, step))));
    }
}
