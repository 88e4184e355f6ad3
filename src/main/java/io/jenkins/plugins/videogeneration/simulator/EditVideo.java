package io.jenkins.plugins.videogeneration.simulator;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;

/** {@code POST /videos/edits}: a video, rendered here or uploaded, changed by a prompt; size and length stay. */
final class EditVideo implements CallHandler {

    private final Dialect dialect;
    private final ParameterReader reader;
    private final SourceVideos sources;
    private final RenderQueue queue;
    private final JobAnswers answers;

    EditVideo(Dialect dialect, ParameterReader reader, SourceVideos sources, RenderQueue queue, JobAnswers answers) {
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
        String prompt = new RenderParameters(rules).prompt(parameters);
        SourceVideo source = sources.find(parameters, call.now());
        if (source.seconds().compareTo(BigDecimal.valueOf(dialect.extensions().totalSeconds())) > 0) {
            throw ApiError.badValue("video", "The video is too long.");
        }
        RenderOrder order = new RenderOrder(
                source.model(), prompt, source.size(), source.seconds(), source.extensions(), Optional.empty());
        return answers.accepted(queue.submit(order, call.now()), call);
    }
}
