package io.jenkins.plugins.videogeneration.simulator;

import java.io.IOException;
import java.util.Optional;

/** {@code POST /videos/{id}/remix}: a video again, with another prompt. */
final class RemixVideo implements CallHandler {

    private final RenderRules rules;
    private final ParameterReader reader;
    private final SourceVideos sources;
    private final RenderQueue queue;
    private final JobAnswers answers;

    RemixVideo(RenderRules rules, ParameterReader reader, SourceVideos sources, RenderQueue queue, JobAnswers answers) {
        this.rules = rules;
        this.reader = reader;
        this.sources = sources;
        this.queue = queue;
        this.answers = answers;
    }

    @Override
    public ApiResponse handle(Call call) throws IOException {
        Parameters parameters = reader.read(call.request(), rules.encodings());
        String prompt = new RenderParameters(rules).prompt(parameters);
        Job source = sources.completed(call.id().orElseThrow(), call.now());
        RenderOrder order = new RenderOrder(
                source.model(), prompt, source.size(), source.seconds(), source.extensions(), Optional.of(source.id()));
        return answers.accepted(queue.submit(order, call.now()), call);
    }
}
