package io.jenkins.plugins.videogeneration.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.videogeneration.render.Phase;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.render.RunningRender;
import io.jenkins.plugins.videogeneration.run.BuildRender;
import io.jenkins.plugins.videogeneration.run.Failures;
import io.jenkins.plugins.videogeneration.run.PipelineProgram;
import io.jenkins.plugins.videogeneration.run.RenderOptions;
import io.jenkins.plugins.videogeneration.run.RenderRuntime;
import io.jenkins.plugins.videogeneration.run.VideoResult;
import io.jenkins.plugins.videogeneration.service.ReadersWords;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * A render in a pipeline, from {@code INTENDED} to {@code DELIVERED} (see the phases of a render).
 *
 * <p>{@link #start} runs on the thread of the pipeline's program, so it only hands over to the worker. The worker first
 * waits until the program is saved with this execution in it: without that, a crash would make the pipeline run the step
 * a second time, under another key, and pay twice. Then {@link BuildRender} begins, or goes on with what the journal
 * holds under the key. {@link #onResume} takes the same way, so that a restart at any moment leads to the same place.
 * {@link #stop} ends the step at once; what there is to do at the service happens behind.
 */
class RenderStepExecution extends StepExecution {

    private static final long serialVersionUID = 1L;

    /** The render's name in the build's journal; drawn before anything happens, and the same after a restart. */
    private final String key = UUID.randomUUID().toString();

    private final RenderOptions options;

    private transient RunningRender render;
    private transient StepConsole console;
    private transient boolean stopped;

    RenderStepExecution(StepContext context, RenderOptions options) {
        super(context);
        this.options = options;
    }

    @Override
    public boolean start() {
        PipelineProgram.savedWith(getContext(), worker()).whenCompleteAsync(this::saved, worker());
        return false;
    }

    @Override
    public void onResume() {
        RenderRuntime.get().worker().execute(this::begin);
    }

    private void saved(Void nothing, Throwable problem) {
        if (problem == null) {
            begin();
        } else {
            getContext().onFailure(Failures.forConsole(problem));
        }
    }

    private void begin() {
        if (isStopped()) {
            // aborted before its turn came: nothing was asked for, so there is nothing to pay
            return;
        }
        try {
            Run<?, ?> run = getContext().get(Run.class);
            StepConsole mine = new StepConsole(getContext().get(TaskListener.class), run);
            RunningRender begun = new BuildRender(run, key, options, mine, new StepPlace(getContext())).begin();
            boolean unwanted;
            synchronized (this) {
                render = begun;
                console = mine;
                unwanted = stopped;
            }
            if (unwanted) {
                mine.end();
                begun.cancel();
                return;
            }
            begun.outcome().whenCompleteAsync((record, error) -> ended(run, record, error), worker());
            // last, because the render is under way: nothing that concerns a label may come between
            StepLabel.set(getContext(), begun.current());
        } catch (Exception e) {
            getContext().onFailure(Failures.forConsole(e));
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
        RunningRender running;
        StepConsole written;
        synchronized (this) {
            stopped = true;
            running = render;
            written = console;
        }
        if (running != null) {
            running.cancel();
            written.end();
        }
        getContext().onFailure(cause);
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
}
