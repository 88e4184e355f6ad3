package io.jenkins.plugins.videogeneration.run;

import io.jenkins.plugins.videogeneration.render.RunningRender;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A render whose build is aborted: the build ends soon, but not before its console could say what became of it. */
public final class AbortedRender {

    /** An aborted build ends within two seconds, whatever the service does. */
    private static final long PATIENCE_MILLIS = 1_500;

    private AbortedRender() {}

    /**
     * Cancels a render.
     *
     * @return completes when the build may end; never fails
     */
    public static CompletableFuture<Void> soonAfter(RunningRender render) {
        render.cancel();
        return soonAfter(render.settled());
    }

    /** @return completes when that does, or after a moment */
    static CompletableFuture<Void> soonAfter(CompletableFuture<Void> settled) {
        return settled.copy().completeOnTimeout(null, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }
}
