package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.ApiCall;
import io.jenkins.plugins.videogeneration.api.SubmitRequest;
import io.jenkins.plugins.videogeneration.api.Video;
import io.jenkins.plugins.videogeneration.api.VideosException;
import java.util.concurrent.CompletableFuture;

/** Sends what may cost money, once, and tells if it stays open whether the service took it. */
final class PaidCall {

    private PaidCall() {}

    /** Asks for a render, prints the answer and does not wait for the video. */
    static void submit(SubmitRequest request, ServiceOptions service, JsonOption json, Surroundings surroundings)
            throws InterruptedException {
        try (Connection connection = service.connect(surroundings)) {
            Video video = execute(
                    connection.client().submit(request, new CompletableFuture<>(), failure -> {}),
                    "A render may be running and may be charged",
                    "Look for it with 'videos list' before you ask again.");
            VideoOutput.print(video, json, surroundings);
        }
    }

    /**
     * @param doubt what may be, if the answer is lost
     * @param advice what to do then
     */
    static <T> T execute(ApiCall<T> call, String doubt, String advice) throws InterruptedException {
        try {
            return call.execute();
        } catch (VideosException e) {
            if (e.leavesOpenWhetherDone()) {
                throw new CommandFailure(ExitCode.IN_DOUBT, e.getMessage() + ". " + doubt, advice);
            }
            throw e;
        }
    }
}
