package io.jenkins.plugins.videogeneration.simulator;

import io.jenkins.plugins.videogeneration.simulator.media.CardRenderer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import okhttp3.Headers;

/**
 * The core of the simulator: answers the calls of the Videos API. It has no thread and no timer; what a job is doing follows from the
 * clock. It may be used by many threads and by several fronts at once.
 */
public final class VideosSimulator {

    private static final Logger LOGGER = Logger.getLogger(VideosSimulator.class.getName());

    private final SimulatorSettings settings;
    private final InstantSource clock;
    private final Ids ids;
    private final Router router;
    private final Authentication authentication;
    private final Map<Operation, CallHandler> handlers;
    private final SignedFiles files;
    private final ErrorAnswers errors;
    private final FaultPlan faults = new FaultPlan();
    private final RequestLog log;

    /** A simulator whose jobs end with the process, on the system's clock. */
    public VideosSimulator(SimulatorSettings settings) {
        this(settings, new InMemoryJobStore(), InstantSource.system(), new SecureRandom());
    }

    /**
     * @param settings how it behaves
     * @param store where its jobs live; a store serves one simulator at a time
     * @param clock what it takes for the time; tests turn it
     * @param random where ids come from
     */
    public VideosSimulator(SimulatorSettings settings, JobStore store, InstantSource clock, RandomGenerator random) {
        this.settings = settings;
        this.clock = clock;
        this.ids = new Ids(random);
        this.router = new Router(settings.dialect());
        this.authentication =
                new Authentication(settings.keys(), settings.dialect().access());
        MediaCache media = new MediaCache(
                new CardRenderer(),
                settings.limits().cachedBytes(),
                settings.dialect().content().webp());
        this.handlers = CallHandlers.of(settings, store, ids, media);
        this.files = new SignedFiles(store.jobs(), media, settings.dialect().access());
        this.errors = new ErrorAnswers(settings.dialect());
        this.log = new RequestLog(settings.limits().loggedRequests());
    }

    /** How it behaves. */
    public SimulatorSettings settings() {
        return settings;
    }

    /** The latest requests, oldest first, as many as {@link Limits#loggedRequests()} allows. A request is there as soon as it arrives. */
    public List<LoggedRequest> requests() {
        return log.latest();
    }

    /** How many calls of an operation have arrived since the start, whatever became of them. */
    public long count(Operation operation) {
        return log.count(operation);
    }

    /**
     * Makes the next calls of an operation go wrong; what was injected before comes first.
     *
     * @param calls how many, at least 1
     * @throws IllegalArgumentException when there are none
     */
    public void inject(Operation operation, int calls, Fault fault) {
        faults.add(operation, calls, fault);
    }

    /**
     * Answers one request.
     *
     * @throws IOException when the connection is to break without an answer, or the body cannot be read
     */
    ApiResponse answer(ApiRequest request) throws IOException {
        Instant now = clock.instant();
        if (request.files().asked() && settings.dialect().hasSignedFiles()) {
            return files.answer(request, now);
        }
        Optional<Operation> operation = router.find(request.method(), request.url());
        log.add(new LoggedRequest(now, request.method(), request.url().encodedPath(), operation));
        ApiResponse response = operation.isEmpty()
                ? stranger(request)
                : answer(operation.get(), new Call(request, router.id(operation.get(), request.url()), now));
        return response.with("x-request-id", ids.request());
    }

    private ApiResponse answer(Operation operation, Call call) throws IOException {
        Fault fault = faults.next(operation).orElse(null);
        if (fault instanceof Fault.Answer answer) {
            return faulty(answer);
        }
        if (fault instanceof Fault.ConnectionLost lost && !lost.afterTheWork()) {
            throw new IOException("connection lost before the call");
        }
        ApiResponse response = work(operation, call);
        if (fault instanceof Fault.ConnectionLost) {
            throw new IOException("connection lost before the answer");
        }
        return fault instanceof Fault.Cut cut ? response.cutAfter(cut.bytes()) : response;
    }

    private ApiResponse work(Operation operation, Call call) throws IOException {
        try {
            authentication.check(call.request().headers());
            return handlers.get(operation).handle(call);
        } catch (ApiError error) {
            return error(error);
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "The simulator failed at " + operation, e);
            return error(ApiError.of(500, "The server had an error."));
        }
    }

    private ApiResponse stranger(ApiRequest request) {
        try {
            if (!settings.dialect().access().loginPage()) {
                authentication.check(request.headers());
            }
            return router.refusal(request);
        } catch (ApiError error) {
            return error(error);
        }
    }

    private ApiResponse faulty(Fault.Answer answer) {
        ApiResponse response = answer.body()
                .map(body -> ApiResponse.of(answer.status(), "text/plain", body.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> error(ApiError.of(answer.status(), "An injected fault.")));
        Headers.Builder headers = response.headers().newBuilder();
        answer.headers().forEach(headers::set);
        return new ApiResponse(response.status(), headers.build(), response.body(), response.cutAfter());
    }

    private ApiResponse error(ApiError error) {
        return errors.of(error);
    }
}
