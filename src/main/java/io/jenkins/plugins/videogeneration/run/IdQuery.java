package io.jenkins.plugins.videogeneration.run;

import hudson.Util;
import io.jenkins.plugins.videogeneration.api.Cancellation;
import io.jenkins.plugins.videogeneration.api.DeletedVideo;
import io.jenkins.plugins.videogeneration.api.RequestRules;
import io.jenkins.plugins.videogeneration.api.VideoOperation;
import io.jenkins.plugins.videogeneration.api.VideosClient;
import io.jenkins.plugins.videogeneration.api.VideosException;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** A question about one thing that the service knows by an id. */
public final class IdQuery extends VideoQuery {

    private static final long serialVersionUID = 1L;

    private final VideoOperation operation;
    private String id;

    /** @param operation retrieve or delete a video, or retrieve a character */
    public IdQuery(VideoOperation operation, String id) {
        this.operation = operation;
        this.id = Util.fixNull(id).trim();
    }

    @Override
    public VideoOperation operation() {
        return operation;
    }

    @Override
    CompletableFuture<?> ask(VideosClient client, WorkspaceFiles files, Departure departure) {
        String checked = RequestRules.id("id", id);
        return switch (operation) {
            case RETRIEVE -> plain(client.retrieve(checked), VideoResult::of);
            case RETRIEVE_CHARACTER -> plain(client.retrieveCharacter(checked), VideoResult::of);
            case DELETE -> plain(client.delete(checked), VideoResult::of);
            default -> throw new IllegalStateException("Not a question about an id: " + operation);
        };
    }

    @Override
    void answered(String serviceName) {
        if (operation == VideoOperation.DELETE) {
            OpenRenders.get().settled(serviceName, id);
        }
    }

    /** What was deleted the first time can't be found the second time. */
    @Override
    CompletableFuture<?> askAgain(VideosClient client, WorkspaceFiles files, Departure departure) {
        CompletableFuture<?> answer = ask(client, files, departure);
        if (operation != VideoOperation.DELETE) {
            return answer;
        }
        CompletableFuture<Object> deleted = answer.<Object>thenApply(done -> done)
                .exceptionally(error -> {
                    if (Failures.unwrap(error) instanceof VideosException.NotFound) {
                        return VideoResult.of(new DeletedVideo(id, true));
                    }
                    throw error instanceof RuntimeException e ? e : new IllegalStateException(error);
                });
        return Cancellation.passedOn(deleted, answer);
    }

    @Override
    void expand(UnaryOperator<String> expand) {
        super.expand(expand);
        id = expand.apply(id);
    }

    public String getId() {
        return id;
    }
}
