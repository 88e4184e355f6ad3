package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.SubmitRequest;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What becomes of a render that begins with another video: it is asked for, and with {@code --wait} waited for too. */
final class JobOptions {

    @Option(
            names = "--wait",
            description = "Wait for the video and fetch it, as generate does. The last line is then its path.")
    private boolean wait;

    @Mixin
    private WaitOptions waiting;

    @Mixin
    private ServiceOptions service;

    @Mixin
    private JsonOption json;

    int run(SubmitRequest request, Surroundings surroundings) throws InterruptedException {
        if (wait) {
            waiting.run(request, service, json, surroundings);
            return ExitCode.OK;
        }
        if (waiting.given() != null) {
            throw CommandFailure.badInput(
                    waiting.given() + " goes with --wait", "Add --wait, or fetch it later with 'download-content'.");
        }
        PaidCall.submit(request, service, json, surroundings);
        return ExitCode.OK;
    }
}
