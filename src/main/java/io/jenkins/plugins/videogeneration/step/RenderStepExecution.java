package io.jenkins.plugins.videogeneration.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.videogeneration.render.Phase;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.render.RunningRender;
import io.jenkins.plugins.videogeneration.run.AbortedRender;
import io.jenkins.plugins.videogeneration.run.BuildRender;
import io.jenkins.plugins.videogeneration.run.BuildVideos;
import io.jenkins.plugins.videogeneration.run.Failures;
import io.jenkins.plugins.videogeneration.run.PipelineProgram;
import io.jenkins.plugins.videogeneration.run.RenderOptions;
import io.jenkins.plugins.videogeneration.run.RenderRuntime;
import io.jenkins.plugins.videogeneration.run.VideoResult;
import io.jenkins.plugins.videogeneration.service.ReadersWords;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * A render in a pipeline, from {@code INTENDED} to {@code DELIVERED} (see the phases of a render).
 *
 * <p>{@link #start} runs on the thread of the pipeline's program, so it only hands over to others. They first
 * wait until the program is saved with this execution in it: without that, a crash would make the pipeline run the step
 * a second time, under another key, and pay twice. Then {@link BuildRender} begins, or goes on with what the journal
 * holds under the key. {@link #onResume} takes the same way, so that a restart at any moment leads to the same place.
 * {@link #stop} ends the step soon, without a thread: when the console could say what became of the render at the
 * service, or after a moment, and what there is still to do happens behind.
 */
class RenderStepExecution extends StepExecution {

    private static final long serialVersionUID = 1L;

    /** The render's name in the build's journal; drawn before anything happens, and the same after a restart. */
    private final String key = UUID.randomUUID().toString();

    private final RenderOptions options;

    private transient RunningRender render;
    private transient StepConsole console;
    private transient boolean stopped;
    /** Whether it was started by this process, and not read from the disk. */
    private transient boolean fresh;
    /** Whether its turn at the worker came before it was stopped. */
    private transient boolean begun;

    RenderStepExecution(StepContext context, RenderOptions options) {
        super(context);
        this.options = options;
    }

    @Override
    public boolean start() {
        synchronized (this) {
            fresh = true;
        }
        PipelineProgram.savedWith(getContext(), worker()).whenCompleteAsync(this::saved, beginner());
        return false;
    }

    @Override
    public void onResume() {
        worker().execute(this::goOn);
    }

    /** A render that is known waits for nobody who brings files. */
    private void goOn() {
        try {
            boolean known =
                    BuildVideos.of(getContext().get(Run.class)).record(key).isPresent();
            if (known) {
                begin();
            } else {
                beginner().execute(this::begin);
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            fail(e);
        }
    }

    private void saved(Void nothing, Throwable problem) {
        if (problem == null) {
            begin();
        } else {
            fail(problem);
        }
    }

    private void begin() {
        synchronized (this) {
            if (stopped) {
                // before its turn came: nothing was asked for, or stop() has seen to what was
                return;
            }
            begun = true;
        }
        try {
            Run<?, ?> run = getContext().get(Run.class);
            StepConsole mine = new StepConsole(getContext().get(TaskListener.class), run);
            RunningRender running = new BuildRender(run, key, options, mine, new StepPlace(getContext())).begin();
            boolean unwanted;
            synchronized (this) {
                render = running;
                console = mine;
                unwanted = stopped;
            }
            if (unwanted) {
                mine.end();
                running.cancel();
                return;
            }
            running.outcome().whenCompleteAsync((record, error) -> ended(run, record, error), worker());
            // last, because the render is under way: nothing that concerns a label may come between
            StepLabel.set(getContext(), running.current());
        } catch (Throwable e) {
            // not exceptions alone: whatever it is, the step shall not wait for ever
            fail(e);
        }
    }

    private void fail(Throwable error) {
        if (!isStopped()) {
            getContext().onFailure(Failures.forConsole(error));
        }
    }

    private void ended(Run<?, ?> run, RenderRecord record, Throwable error) {
        if (error == null) {
            getContext().onSuccess(VideoResult.of(record, run, options.isArchive()));
        } else if (!(Failures.unwrap(error) instanceof CancellationException)) {
            getContext().onFailure(Failures.forConsole(error));
        } else if (isCancelled() && !isStopped()) {
            // stop() was called before a crash, and the pipeline's program does not know of it
            getContext().onFailure(new FlowInterruptedException(Result.ABORTED, true));
        }
        // else stop() has ended the step and said why, or Jenkins is stopping and the render goes on afterwards
    }

    private synchronized boolean isCancelled() {
        return render.current().phase() == Phase.CANCELLED;
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    @Override
    public void stop(@NonNull Throwable cause) {
        whatFollowsAStop().whenComplete((nothing, error) -> {
            synchronized (this) {
                if (console != null) {
                    console.end();
                }
            }
            getContext().onFailure(cause);
        });
    }

    /** Completes when the step may end. */
    private CompletableFuture<Void> whatFollowsAStop() {
        RunningRender running;
        boolean left;
        synchronized (this) {
            stopped = true;
            running = render;
            left = !fresh && !begun;
        }
        if (running != null) {
            return AbortedRender.soonAfter(running);
        }
        return left ? abandon() : CompletableFuture.completedFuture(null);
    }

    /** What was asked for before a restart, and is not wanted before the step has its turn after it. */
    private CompletableFuture<Void> abandon() {
        try {
            Run<?, ?> run = getContext().get(Run.class);
            StepConsole mine = new StepConsole(getContext().get(TaskListener.class), run);
            synchronized (this) {
                console = mine;
            }
            return new BuildRender(run, key, options, mine, new StepPlace(getContext())).abandon();
        } catch (IOException | InterruptedException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public synchronized String getStatus() {
        return render == null
                ? Messages.RenderStepExecution_starting()
                : ReadersWords.of(render.current().describe());
    }

    private static Executor worker() {
        return RenderRuntime.get().worker();
    }

    private static Executor beginner() {
        return RenderRuntime.get().beginner();
    }
}
