package io.jenkins.plugins.videogeneration.simulator;

/** {@code GET /videos/{id}}: a job as it is now. */
final class RetrieveVideo implements CallHandler {

    private final JobAnswers answers;
    private final PollLimit limit;

    RetrieveVideo(JobAnswers answers, PollLimit limit) {
        this.answers = answers;
        this.limit = limit;
    }

    @Override
    public ApiResponse handle(Call call) {
        Job job = answers.find(call);
        limit.check(job.id(), call.now());
        return answers.polled(job, call);
    }
}
