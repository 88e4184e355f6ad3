package io.jenkins.plugins.videogeneration.run;

import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.videogeneration.api.Cancellation;
import io.jenkins.plugins.videogeneration.api.Text;
import io.jenkins.plugins.videogeneration.api.VideosClient;
import io.jenkins.plugins.videogeneration.api.VideosException;
import io.jenkins.plugins.videogeneration.artifact.DeliveryPlace;
import io.jenkins.plugins.videogeneration.render.RenderException;
import io.jenkins.plugins.videogeneration.service.ReadersWords;
import io.jenkins.plugins.videogeneration.service.VideoService;
import io.jenkins.plugins.videogeneration.service.VideoServices;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One question of a build to a service. */
public final class BuildQuery {

    private static final Logger LOGGER = Logger.getLogger(BuildQuery.class.getName());

    private final Run<?, ?> run;
    private final String key;
    private final VideoQuery query;
    private final DeliveryPlace place;
    private final Departure departure;

    /**
     * @param key the question's name in its build; the same after a restart
     * @param place where files are that go along
     */
    public BuildQuery(Run<?, ?> run, String key, VideoQuery query, DeliveryPlace place) throws IOException {
        this.run = run;
        this.key = key;
        this.query = query;
        this.place = place;
        this.departure = new Departure(BuildVideos.of(run).folder("asked-" + key));
    }

    /**
     * Asks. Reads and writes files.
     *
     * @return the answer as plain values, or a failure that {@link Failures} puts into words
     */
    public CompletableFuture<Object> ask() throws IOException, InterruptedException {
        return ask(query::ask);
    }

    /**
     * The same after a restart, when the answer was lost.
     *
     * @throws AbortException if the service may have done what may not be asked twice
     */
    public CompletableFuture<Object> askAgain() throws IOException, InterruptedException {
        if (!query.isRepeatable() && departure.mayHaveLeft()) {
            files().delete();
            throw new AbortException(Messages.BuildQuery_interrupted(
                    ReadersWords.of(query.operation().words()), query.doubt()));
        }
        return ask(query::askAgain);
    }

    /** Nobody waits for the answer any more: what was not sent yet, since files were being brought, is not sent. */
    public void giveUp() {
        departure.unwanted().complete(null);
    }

    private CompletableFuture<Object> ask(Question question) throws IOException, InterruptedException {
        VideoService service = VideoServices.get().serviceNamed(query.getService());
        service.requireSupport(query.operation());
        VideosClient client = service.getKind().client(service, run, query.getCredentialsId());
        service.getKind().track(service, run, query.getCredentialsId());
        if (!query.isRepeatable()) {
            RenderRuntime.get().unwantedAtStop(departure.unwanted());
        }
        WorkspaceFiles files = files();
        CompletableFuture<?> answer = asked(question, client, files);
        // not part of what is returned: whoever cancels that must not keep the files from being deleted
        answer.whenCompleteAsync(
                (value, error) -> delete(files), RenderRuntime.get().worker());
        CompletableFuture<Object> told = answer.<Object>thenApply(value -> {
                    query.answered(service.getName());
                    if (departure.unwanted().isDone()) {
                        LOGGER.log(
                                Level.INFO,
                                "{0} does not wait any more, but {1} did what it was asked for: {2}",
                                new Object[] {run, service.getName(), value});
                    }
                    return value;
                })
                .exceptionally(error -> {
                    throw inWords(error, service);
                });
        told.whenComplete((value, error) -> giveUp());
        // breaking off what may not be asked twice could lose what the service is just making
        return query.isRepeatable() ? Cancellation.passedOn(told, answer) : told;
    }

    private CompletableFuture<?> asked(Question question, VideosClient client, WorkspaceFiles files)
            throws IOException, InterruptedException {
        try {
            return question.ask(client, files, departure);
        } catch (IOException | InterruptedException | RuntimeException e) {
            departure.wasNotTaken();
            giveUp();
            files.delete();
            throw e;
        }
    }

    private WorkspaceFiles files() throws IOException {
        return new WorkspaceFiles(place, BuildVideos.of(run).folder("upload-" + key));
    }

    private interface Question {
        CompletableFuture<?> ask(VideosClient client, WorkspaceFiles files, Departure departure)
                throws IOException, InterruptedException;
    }

    private RuntimeException inWords(Throwable error, VideoService service) {
        Throwable cause = Failures.unwrap(error);
        if (!query.isRepeatable() && cause instanceof VideosException e && e.leavesOpenWhetherDone()) {
            return new RenderException(Text.of("render.Submission.lost", e.text()), Text.verbatim(query.doubt()), e);
        }
        if (cause instanceof VideosException || cause instanceof CancellationException) {
            departure.wasNotTaken();
        }
        if (departure.unwanted().isDone()) {
            return new CancellationException("Nobody waits for it any more, or not before the restart");
        }
        if (cause instanceof VideosException.Unsupported e) {
            return new RenderException(
                    Messages.BuildQuery_cannot(
                            service.getName(), ReadersWords.of(query.operation().words()), ReadersWords.of(e)),
                    Messages.BuildQuery_useAnother(),
                    e);
        }
        return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
    }

    private static void delete(WorkspaceFiles files) {
        try {
            files.delete();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Cannot delete " + files.folder());
        }
    }
}
