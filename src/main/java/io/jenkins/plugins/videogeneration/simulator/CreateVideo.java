package io.jenkins.plugins.videogeneration.simulator;

import java.io.IOException;
import java.util.Optional;

/** {@code POST /videos}: a render from a prompt. */
final class CreateVideo implements CallHandler {

    private final RenderRules rules;
    private final ParameterReader reader;
    private final CharacterReferences characters;
    private final RenderQueue queue;
    private final JobAnswers answers;

    CreateVideo(
            RenderRules rules,
            ParameterReader reader,
            CharacterReferences characters,
            RenderQueue queue,
            JobAnswers answers) {
        this.rules = rules;
        this.reader = reader;
        this.characters = characters;
        this.queue = queue;
        this.answers = answers;
    }

    @Override
    public ApiResponse handle(Call call) throws IOException {
        Parameters parameters = reader.read(call.request(), rules.encodings());
        rules.body().check(parameters);
        RenderParameters render = new RenderParameters(rules);
        RenderOrder order = new RenderOrder(
                render.model(parameters),
                render.prompt(parameters),
                render.size(parameters),
                render.seconds(parameters),
                0,
                Optional.empty());
        InputReference.check(parameters, order.size());
        characters.check(parameters);
        return answers.accepted(queue.submit(order, call.now()), call);
    }
}
