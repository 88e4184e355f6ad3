package io.jenkins.plugins.videogeneration.run;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import hudson.AbortException;
import hudson.model.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * What a pipeline goes on from after a crash. If that is a moment before the step that asks for a video, the step is run
 * again, under another key, and pays again. So nothing is paid before the program is saved with the step in it, or, if
 * the pipeline is not saved with every step, before its build says so: until then it may still say that the pipeline can
 * go on from its last orderly stop.
 */
public final class PipelineProgram {

    private PipelineProgram() {}

    /**
     * @param context of the step that is being run
     * @return completes, on the worker, when a crash cannot make the pipeline run the step again; fails with words for the
     *     console if that cannot be had
     */
    public static CompletableFuture<Void> savedWith(StepContext context, Executor worker) {
        return completable(context.saveState(), worker)
                .thenCompose(saved -> movedOn(buildOf(context), worker))
                .exceptionallyCompose(error -> CompletableFuture.failedFuture(inWords(Failures.unwrap(error))));
    }

    /**
     * The same for a build step, which may be part of a pipeline.
     *
     * @return completed if the build is no pipeline
     */
    public static CompletableFuture<Void> savedWith(Run<?, ?> run, Executor worker) {
        return movedOn(run, worker)
                .exceptionallyCompose(error -> CompletableFuture.failedFuture(inWords(Failures.unwrap(error))));
    }

    private static CompletableFuture<Void> movedOn(Run<?, ?> run, Executor worker) {
        FlowExecutionOwner owner =
                run instanceof FlowExecutionOwner.Executable pipeline ? pipeline.asFlowExecutionOwner() : null;
        FlowExecution execution = owner == null ? null : owner.getOrNull();
        if (execution == null) {
            return CompletableFuture.completedFuture(null);
        }
        // the program's own thread answers when it has done what it is at: only then it has moved on from where it was
        return completable(execution.getCurrentExecutions(true), worker).thenAccept(steps -> {
            if (!execution.getDurabilityHint().isPersistWithEveryStep()) {
                save(run);
            }
        });
    }

    private static void save(Run<?, ?> run) {
        synchronized (run) {
            try {
                run.save();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Run<?, ?> buildOf(StepContext context) {
        try {
            return context.get(Run.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static AbortException inWords(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new AbortException(Messages.PipelineProgram_notSaved(root.toString()));
    }

    private static <T> CompletableFuture<T> completable(ListenableFuture<T> future, Executor worker) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Futures.addCallback(
                future,
                new FutureCallback<T>() {
                    @Override
                    public void onSuccess(T value) {
                        result.complete(value);
                    }

                    @Override
                    public void onFailure(Throwable error) {
                        result.completeExceptionally(error);
                    }
                },
                worker);
        return result;
    }
}
