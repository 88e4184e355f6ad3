package io.jenkins.plugins.videogeneration.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Run;
import io.jenkins.plugins.videogeneration.run.BuildQuery;
import io.jenkins.plugins.videogeneration.run.Failures;
import io.jenkins.plugins.videogeneration.run.PipelineProgram;
import io.jenkins.plugins.videogeneration.run.RenderRuntime;
import io.jenkins.plugins.videogeneration.run.VideoQuery;
import io.jenkins.plugins.videogeneration.service.ReadersWords;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * One question of a pipeline. It holds no thread while it is answered. After a restart it is asked again, if that does no
 * harm, or if it had not left. One that may not be asked twice waits, like a render, until the pipeline's program is saved
 * with it: else a crash would make the pipeline run the step a second time.
 */
class QueryStepExecution extends StepExecution {

    private static final long serialVersionUID = 1L;

    /** The question's name in its build; the same after a restart. */
    private final String key = UUID.randomUUID().toString();

    private final VideoQuery query;

    private transient BuildQuery asking;
    private transient CompletableFuture<Object> answer;
    private transient boolean stopped;

    QueryStepExecution(StepContext context, VideoQuery query) {
        super(context);
        this.query = query;
    }

    @Override
    public boolean start() {
        if (query.isRepeatable()) {
            worker().execute(() -> ask(BuildQuery::ask));
        } else {
            // it may bring a file
            PipelineProgram.savedWith(getContext(), worker()).whenCompleteAsync(this::saved, beginner());
        }
        return false;
    }

    @Override
    public void onResume() {
        // it may have to bring its file again
        Executor executor = query.isRepeatable() ? worker() : beginner();
        executor.execute(() -> ask(BuildQuery::askAgain));
    }

    private void saved(Void nothing, Throwable problem) {
        if (problem == null) {
            ask(BuildQuery::ask);
        } else if (!isStopped()) {
            getContext().onFailure(Failures.forConsole(problem));
        }
    }

    private void ask(Question how) {
        if (isStopped()) {
            // aborted before its turn came
            return;
        }
        try {
            Run<?, ?> run = getContext().get(Run.class);
            BuildQuery question = new BuildQuery(run, key, query, new StepPlace(getContext()));
            synchronized (this) {
                asking = question;
            }
            if (isStopped()) {
                return;
            }
            CompletableFuture<Object> asked = how.ask(question);
            synchronized (this) {
                answer = asked;
            }
            if (isStopped()) {
                asked.cancel(true);
                return;
            }
            asked.whenCompleteAsync(this::answered, worker());
        } catch (Throwable e) {
            // not exceptions alone: whatever it is, the step shall not wait for ever
            if (!isStopped()) {
                getContext().onFailure(Failures.forConsole(e));
            }
        }
    }

    private interface Question {
        CompletableFuture<Object> ask(BuildQuery question) throws IOException, InterruptedException;
    }

    private void answered(Object value, Throwable error) {
        if (isStopped()) {
            return;
        }
        if (error == null) {
            getContext().onSuccess(value);
        } else if (!(Failures.unwrap(error) instanceof CancellationException)) {
            getContext().onFailure(Failures.forConsole(error));
        }
        // else Jenkins is stopping, and it is asked after the restart
    }

    @Override
    public void stop(@NonNull Throwable cause) {
        BuildQuery question;
        CompletableFuture<Object> asked;
        synchronized (this) {
            stopped = true;
            question = asking;
            asked = answer;
        }
        if (question != null) {
            question.giveUp();
        }
        if (asked != null) {
            asked.cancel(true);
        }
        getContext().onFailure(cause);
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    @Override
    public String getStatus() {
        return ReadersWords.of(query.operation().words());
    }

    private static Executor worker() {
        return RenderRuntime.get().worker();
    }

    private static Executor beginner() {
        return RenderRuntime.get().beginner();
    }
}
