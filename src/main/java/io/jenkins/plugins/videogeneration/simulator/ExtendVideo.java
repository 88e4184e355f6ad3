package io.jenkins.plugins.videogeneration.simulator;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;

/** {@code POST /videos/extensions}: a video, rendered here or uploaded, with more seconds at its end. The result is the whole. */
final class ExtendVideo implements CallHandler {

    private final Dialect dialect;
    private final ParameterReader reader;
    private final SourceVideos sources;
    private final RenderQueue queue;
    private final JobAnswers answers;

    ExtendVideo(Dialect dialect, ParameterReader reader, SourceVideos sources, RenderQueue queue, JobAnswers answers) {
        this.dialect = dialect;
        this.reader = reader;
        this.sources = sources;
        this.queue = queue;
        this.answers = answers;
    }

    @Override
    public ApiResponse handle(Call call) throws IOException {
        RenderRules rules = dialect.renders();
        Parameters parameters = reader.read(call.request(), rules.encodings());
        RenderParameters render = new RenderParameters(rules);
        String prompt = render.prompt(parameters);
        BigDecimal added = render.requiredSeconds(parameters);
        SourceVideo source = sources.find(parameters, call.now());
        BigDecimal total = source.seconds().add(added);
        check(source, total);
        RenderOrder order = new RenderOrder(
                source.model(), prompt, source.size(), total, source.extensions() + 1, Optional.empty());
        return answers.accepted(queue.submit(order, call.now()), call);
    }

    private void check(SourceVideo source, BigDecimal total) {
        ExtensionRules limits = dialect.extensions();
        if (source.extensions() >= limits.times()) {
            throw ApiError.badValue("video", "A video can be extended " + limits.times() + " times.");
        }
        if (total.compareTo(BigDecimal.valueOf(limits.totalSeconds())) > 0) {
            throw ApiError.badValue(
                    "seconds", "A video cannot become longer than " + limits.totalSeconds() + " seconds.");
        }
    }
}
