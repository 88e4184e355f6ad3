package io.jenkins.plugins.videogeneration.run;

import hudson.Util;
import io.jenkins.plugins.videogeneration.api.ApiCall;
import io.jenkins.plugins.videogeneration.api.Cancellation;
import io.jenkins.plugins.videogeneration.api.InvalidRequestException;
import io.jenkins.plugins.videogeneration.api.VideoOperation;
import io.jenkins.plugins.videogeneration.api.VideosClient;
import java.io.IOException;
import java.io.Serializable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A call of the API that renders nothing: one question, one answer. Plain values, saved with the build. Subclasses say
 * what is asked.
 */
public abstract class VideoQuery implements Serializable, Cloneable {

    private static final long serialVersionUID = 1L;

    private String service;
    private String credentialsId;

    /** What is asked for. */
    public abstract VideoOperation operation();

    /**
     * Asks.
     *
     * @param files brings files of the workspace here
     * @param departure for what is not broken off once it was sent
     * @return the answer as plain values; cancelling it ends the asking
     * @throws InvalidRequestException if a value can't be right; nothing was sent
     */
    abstract CompletableFuture<?> ask(VideosClient client, WorkspaceFiles files, Departure departure)
            throws IOException, InterruptedException;

    /** The same after a restart; for what is not {@linkplain #isRepeatable() repeatable} only if it had not left. */
    CompletableFuture<?> askAgain(VideosClient client, WorkspaceFiles files, Departure departure)
            throws IOException, InterruptedException {
        return ask(client, files, departure);
    }

    /** The answer of a call as plain values. */
    static <T> CompletableFuture<Object> plain(ApiCall<T> call, Function<T, Object> values) {
        CompletableFuture<T> answer = call.start();
        return Cancellation.passedOn(answer.thenApply(values), answer);
    }

    /** The service has said yes. */
    void answered(String serviceName) {}

    /** Whether it does no harm to ask again after a restart, when the answer was lost. */
    public boolean isRepeatable() {
        return true;
    }

    /** What a person has to know if nobody knows whether the service did it, for what is not repeatable. */
    String doubt() {
        throw new IllegalStateException("It is asked again: " + operation());
    }

    /** The same question with the variables of a freestyle build put in. */
    public final VideoQuery expanded(UnaryOperator<String> expand) {
        try {
            VideoQuery copy = (VideoQuery) clone();
            copy.expand(value -> value == null ? null : expand.apply(value));
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Subclasses expand their own fields too. */
    void expand(UnaryOperator<String> expand) {
        service = expand.apply(service);
        credentialsId = expand.apply(credentialsId);
    }

    public String getService() {
        return service;
    }

    public void setService(String service) {
        this.service = Util.fixEmptyAndTrim(service);
    }

    public String getCredentialsId() {
        return credentialsId;
    }

    public void setCredentialsId(String credentialsId) {
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
    }
}
