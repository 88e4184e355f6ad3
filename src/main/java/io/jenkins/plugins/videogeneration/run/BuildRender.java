package io.jenkins.plugins.videogeneration.run;

import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.videogeneration.api.InvalidRequestException;
import io.jenkins.plugins.videogeneration.api.SubmitRequest;
import io.jenkins.plugins.videogeneration.api.Text;
import io.jenkins.plugins.videogeneration.api.VideoOperation;
import io.jenkins.plugins.videogeneration.artifact.DeliveryPlace;
import io.jenkins.plugins.videogeneration.artifact.VideoDelivery;
import io.jenkins.plugins.videogeneration.budget.Budget;
import io.jenkins.plugins.videogeneration.render.Admission;
import io.jenkins.plugins.videogeneration.render.Phase;
import io.jenkins.plugins.videogeneration.render.RenderContext;
import io.jenkins.plugins.videogeneration.render.RenderDelivery;
import io.jenkins.plugins.videogeneration.render.RenderFailure;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.render.RenderRequest;
import io.jenkins.plugins.videogeneration.render.RunningRender;
import io.jenkins.plugins.videogeneration.render.TimedDelivery;
import io.jenkins.plugins.videogeneration.service.ServiceConnections;
import io.jenkins.plugins.videogeneration.service.VideoService;
import io.jenkins.plugins.videogeneration.service.VideoServices;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One render of a build. It may be begun anew after a restart: whether there is something to go on with, the journal
 * knows.
 */
public final class BuildRender {

    private static final Logger LOGGER = Logger.getLogger(BuildRender.class.getName());

    private final Run<?, ?> run;
    private final String key;
    private final RenderOptions options;
    private final TaskListener console;
    private final DeliveryPlace place;

    /**
     * @param key the render's name in its build; the same after a restart
     * @param place where the video shall go, looked up when it is there
     */
    public BuildRender(Run<?, ?> run, String key, RenderOptions options, TaskListener console, DeliveryPlace place) {
        this.run = run;
        this.key = key;
        this.options = options;
        this.console = console;
        this.place = place;
    }

    /**
     * Starts the render, or goes on with it. Reads and writes files.
     *
     * @throws io.jenkins.plugins.videogeneration.api.InvalidRequestException if a value can't be right
     * @throws io.jenkins.plugins.videogeneration.service.UnknownServiceException if there is no such service
     * @throws io.jenkins.plugins.videogeneration.service.MissingCredentialException if its key is not there
     * @throws IOException if the build's folder can't be read or written
     */
    public RunningRender begin() throws IOException, InterruptedException {
        BuildVideos videos = BuildVideos.of(run);
        Optional<RenderRecord> known = videos.journal(key).read();
        RunningRender render = known.isEmpty() ? startNew(videos) : goOnWith(known.get(), videos);
        videos.follow(key, render);
        return render;
    }

    /**
     * Ends what the render has begun before a restart, for somebody who does not want it any more. Nothing is asked for.
     *
     * @return completes when the build may end, as after the abort of a render that goes on; never fails
     */
    public CompletableFuture<Void> abandon() {
        CompletableFuture<Void> settled = CompletableFuture.completedFuture(this)
                .thenComposeAsync(
                        BuildRender::endWhatIsLeft, RenderRuntime.get().worker())
                .exceptionally(error -> {
                    LOGGER.log(Level.WARNING, error, () -> "Cannot end a render of " + run + " that nobody wants");
                    return null;
                });
        return AbortedRender.soonAfter(settled);
    }

    private CompletableFuture<Void> endWhatIsLeft() {
        try {
            BuildVideos videos = BuildVideos.of(run);
            Optional<RenderRecord> known = videos.journal(key).read();
            if (known.isEmpty()) {
                return CompletableFuture.completedFuture(null);
            }
            if (known.get().phase() == Phase.QUEUED) {
                giveUp(known.get().withdrawn(), videos);
                report().leftQueue(known.get());
                return CompletableFuture.completedFuture(null);
            }
            RunningRender render = goOnWith(known.get(), videos);
            videos.follow(key, render);
            render.cancel();
            return render.settled();
        } catch (IOException | InterruptedException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void giveUp(RenderRecord ended, BuildVideos videos) {
        RenderRuntime.get().engine().giveUp(ended, context(ended, videos));
        deleteQuietly(uploads(videos));
    }

    private RunningRender goOnWith(RenderRecord known, BuildVideos videos) throws IOException, InterruptedException {
        if (known.phase() == Phase.QUEUED) {
            return queueAgain(known, (SubmitOptions) options, videos);
        }
        RunningRender render = resume(known, videos);
        // a crash leaves them; what was sent is not sent again
        deleteAfter(render, uploads(videos));
        return render;
    }

    private RunningRender startNew(BuildVideos videos) throws IOException, InterruptedException {
        VideoService service = VideoServices.get().serviceNamed(options.getService());
        options.check(place.hasWorkspace());
        if (options instanceof ExistingOptions existing) {
            return existing(existing.getId(), existing.isFinished(), service, videos);
        }
        SubmitOptions submit = (SubmitOptions) options;
        return submit.getAdopt() == null
                ? submit(submit, service, videos)
                : existing(submit.getAdopt(), false, service, videos);
    }

    private RunningRender submit(SubmitOptions submit, VideoService service, BuildVideos videos)
            throws IOException, InterruptedException {
        WorkspaceFiles files = uploads(videos);
        try {
            SubmitRequest request = submit.request(service, files);
            service.requireSupport(request.operation());
            if (!submit.variants().isEmpty()) {
                // nobody would learn that it is ready
                service.requireSupport(VideoOperation.RETRIEVE);
            }
            RenderRequest wanted = RenderRequest.of(service.getName(), request);
            if (submit.isReuse()) {
                videos.releaseNamesOf(wanted);
            }
            RenderRecord record = record(wanted, service, videos)
                    .costing(service.estimate(wanted).orElse(null));
            RunningRender render =
                    submit.isReuse() ? reuseOrStart(record, request, videos) : start(record, request, videos);
            deleteAfter(render, files);
            return render;
        } catch (IOException | InterruptedException | RuntimeException e) {
            files.delete();
            throw e;
        }
    }

    /** Nothing was asked for before the restart, so this is a begin, at the old place in the queue. */
    private RunningRender queueAgain(RenderRecord queued, SubmitOptions submit, BuildVideos videos)
            throws IOException, InterruptedException {
        try {
            return startQueued(queued, submit, videos);
        } catch (IOException | InterruptedException | RuntimeException e) {
            // nobody comes back for its place in the line
            String why = Failures.forConsole(e).getMessage();
            RenderFailure failure =
                    new RenderFailure(Text.verbatim(why), Text.of("render.RenderRecord.nothingPaid"), true);
            giveUp(queued.failed(failure), videos);
            throw e;
        }
    }

    private RunningRender startQueued(RenderRecord queued, SubmitOptions submit, BuildVideos videos)
            throws IOException, InterruptedException {
        VideoService service = VideoServices.get().serviceNamed(queued.request().service());
        WorkspaceFiles files = uploads(videos).asBrought();
        SubmitRequest request = submit.request(service, files);
        RenderRequest wanted = RenderRequest.of(service.getName(), request);
        RenderRecord record =
                queued.queuedFor(wanted).costing(service.estimate(wanted).orElse(null));
        RunningRender render = start(record, request, videos);
        deleteAfter(render, files);
        return render;
    }

    private RunningRender reuseOrStart(RenderRecord record, SubmitRequest request, BuildVideos videos)
            throws IOException, InterruptedException {
        Optional<RenderRecord> left = videos.leftAtTheService(record.request());
        if (left.isPresent()) {
            // this build asked for it, gave it up, and tries again
            RenderRecord goingOn = record.knownAs(left.get().videoId(), false);
            videos.journal(key).write(goingOn);
            report().goingOn(goingOn);
            return resume(goingOn, videos);
        }
        Optional<RenderRecord> reused = new ReusedVideo(run, console, videos.folder(key)).instead(record);
        return reused.isPresent()
                ? RenderRuntime.get().engine().deliver(reused.get(), context(reused.get(), videos))
                : start(record, request, videos);
    }

    private RunningRender start(RenderRecord record, SubmitRequest request, BuildVideos videos) {
        try {
            Budget.get().check(run, record.request());
        } catch (InvalidRequestException e) {
            videos.releaseName(key);
            throw e;
        }
        return RenderRuntime.get().engine().start(record, request, context(record, videos));
    }

    private WorkspaceFiles uploads(BuildVideos videos) {
        return new WorkspaceFiles(place, videos.folder(key).resolve("uploads"));
    }

    private static void deleteAfter(RunningRender render, WorkspaceFiles files) {
        render.outcome()
                .whenCompleteAsync(
                        (record, error) -> deleteQuietly(files),
                        RenderRuntime.get().worker());
    }

    private static void deleteQuietly(WorkspaceFiles files) {
        try {
            files.delete();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Cannot delete " + files.folder());
        }
    }

    private RunningRender existing(String id, boolean finished, VideoService service, BuildVideos videos)
            throws IOException, InterruptedException {
        service.requireSupport(finished ? VideoOperation.DOWNLOAD_CONTENT : VideoOperation.RETRIEVE);
        RenderRequest request = new RenderRequest(service.getName(), List.of(id), Map.of());
        RenderRecord record = record(request, service, videos).knownAs(id, finished);
        videos.journal(key).write(record);
        if (options instanceof SubmitOptions) {
            report().adopting(record);
        }
        return resume(record, videos);
    }

    private RenderRecord record(RenderRequest request, VideoService service, BuildVideos videos)
            throws IOException, InterruptedException {
        // a missing key shall stop the build now, not when the request is due
        service.getKind().client(service, run, options.getCredentialsId());
        service.getKind().track(service, run, options.getCredentialsId());
        String name = videos.reserveName(key, options.getFile(), options.title());
        try {
            place.check("file", name);
        } catch (InvalidRequestException e) {
            videos.releaseName(key);
            throw e;
        }
        return RenderRecord.intended(
                        key,
                        request,
                        name,
                        ServiceConnections.timing().clock().instant(),
                        options.timeout(),
                        options.pollInterval())
                .fetching(options.variants());
    }

    private RunningRender resume(RenderRecord record, BuildVideos videos) {
        return RenderRuntime.get().engine().resume(record, context(record, videos));
    }

    private RenderContext context(RenderRecord record, BuildVideos videos) {
        String serviceName = record.request().service();
        boolean asked = isAskedHere() && record.reusedFrom() == null;
        return new RenderContext(
                run.getExternalizableId(),
                new ServiceClient(run, serviceName, options.getCredentialsId()),
                new BuildJournal(videos, key, run, options.getCredentialsId(), isAskedHere()),
                report(),
                () -> videos.folder(key),
                delivery(serviceName),
                ClaimRegister.get().of(key, serviceName),
                asked && ((SubmitOptions) options).abortRule() == AbortRule.DELETE,
                asked
                        ? Budget.get()
                                .admission(run, serviceName, RenderRuntime.get().worker())
                        : Admission.FREE);
    }

    private RenderDelivery delivery(String serviceName) {
        VideoDelivery delivery = new VideoDelivery(
                run,
                place,
                options.isArchive(),
                console,
                () -> VideoServices.get().serviceNamed(serviceName).agentAccess(run, options.getCredentialsId()));
        return new TimedDelivery(delivery, ServiceConnections.timing());
    }

    private ConsoleReport report() {
        return new ConsoleReport(console, ServiceConnections.timing().clock(), text -> VideosPage.link(run, text));
    }

    /** What this build did not ask for is not this build's to delete, and is not held against its limits. */
    private boolean isAskedHere() {
        return options instanceof SubmitOptions submit && submit.getAdopt() == null;
    }
}
