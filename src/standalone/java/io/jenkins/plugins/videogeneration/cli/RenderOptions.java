package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.CreateVideoRequest;
import io.jenkins.plugins.videogeneration.api.RequestRules;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What to render from scratch. */
final class RenderOptions {

    @Mixin
    private PromptOptions words;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description = "The service's name of a model, for example sora-2. Default: the service's.")
    private String model;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description = "Width and height in pixels, for example 1280x720. Default: the service's.")
    private String size;

    @Option(
            names = "--seconds",
            paramLabel = "NUMBER",
            description = "How long the video plays, for example 8. Default: the service's.")
    private String seconds;

    @Mixin
    private InputReferenceOptions inputReference;

    @Option(
            names = "--character",
            paramLabel = "ID",
            description = "A character to appear in the video; the prompt calls it by its name. At most "
                    + CreateVideoRequest.MAX_CHARACTERS + " times.")
    private List<String> characters = new ArrayList<>();

    /** @throws io.jenkins.plugins.videogeneration.api.InvalidRequestException if no service could accept a value */
    CreateVideoRequest request(Surroundings surroundings) {
        String checkedSize = RequestRules.size(size);
        return new CreateVideoRequest(
                words.prompt(),
                model,
                checkedSize,
                seconds,
                inputReference.reference(checkedSize, surroundings),
                characters,
                words.extra());
    }
}
