package io.jenkins.plugins.videogeneration.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** {@code DELETE /videos/{id}}: forgets a job; what becomes of a running one is the dialect's affair. */
final class DeleteVideo implements CallHandler {

    /** How long a render takes to end where it does not end at once. */
    private static final Duration CANCELLING = Duration.ofSeconds(2);

    private final DeleteRules rules;
    private final Records<Job> jobs;
    private final JobAnswers answers;

    DeleteVideo(DeleteRules rules, Records<Job> jobs, JobAnswers answers) {
        this.rules = rules;
        this.jobs = jobs;
        this.answers = answers;
    }

    @Override
    public ApiResponse handle(Call call) {
        Job job = answers.find(call);
        if (!job.status(call.now()).terminal()) {
            switch (rules.running()) {
                case CANCELLED -> {
                    Job cancelled = job.cancelled(call.now());
                    jobs.replace(cancelled);
                    return answers.polled(cancelled, call);
                }
                case CANCELLING -> {
                    if (!job.wasCancelled()) {
                        jobs.replace(job.cancelled(call.now().plus(CANCELLING)));
                    }
                    throw ApiError.of(409, "The render is being cancelled.");
                }
                case FORGOTTEN -> {
                    // as any other
                }
            }
        }
        jobs.remove(job.id());
        return ApiResponse.json(200, answer(job, call));
    }

    private ObjectNode answer(Job job, Call call) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        return switch (rules.answer()) {
            case EVENT ->
                answer.put("id", call.id().orElseThrow())
                        .put("object", "video.deleted")
                        .put("deleted", true);
            case JOB -> answers.written(job, call).put("status", "deleted");
            case FLAG -> answer.put("deleted", true);
        };
    }
}
