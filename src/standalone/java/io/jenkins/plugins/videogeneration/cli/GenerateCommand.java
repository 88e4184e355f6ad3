package io.jenkins.plugins.videogeneration.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code videos generate}: from a prompt to a video on the disk. */
@Command(
        name = "generate",
        description = {
            "Ask for a video, wait for it and fetch it. The last line is the path of the MP4.",
            "A render is paid for once: after an interruption the same command goes on with it."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:the video is there",
            " 1:unexpected failure",
            " 2:bad input, nothing was sent",
            " 3:the service refuses the request",
            " 4:the key is not accepted, or has no access or credit",
            " 5:no such video, or a wrong base URL",
            " 6:the render failed, for example at the moderation",
            " 7:no connection, or the service is in trouble",
            " 8:the service is busy or limits requests, try later",
            " 9:not finished in time, the render goes on",
            "10:it is in doubt whether the service took the request",
            "11:a file could not be read or written",
            "12:what came is no usable video",
            "130:interrupted, for example with Ctrl-C"
        })
final class GenerateCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private RenderOptions render;

    @Mixin
    private WaitOptions waiting;

    @Mixin
    private ServiceOptions service;

    @Mixin
    private JsonOption json;

    GenerateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        waiting.run(render.request(surroundings), service, json, surroundings);
        return ExitCode.OK;
    }
}
