package io.jenkins.plugins.videogeneration.api;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * The Videos API of one service, one method per endpoint. A client is cheap: connections and threads belong to the
 * {@link HttpClients} that it is made with. It holds the service's key, so it is never saved.
 */
public final class VideosClient {

    /** The longest time from the first attempt to send a paid request to the end of the last one. */
    public static final Duration LONGEST_SUBMIT = RetryPolicy.SUBMITS.patience().plus(HttpClients.SUBMIT_CALL_TIMEOUT);

    private final Endpoint endpoint;
    private final HttpClients http;
    private final Timing timing;
    private final AnswerReaders readers;
    private final HttpTransport transport;
    /** What all requests have in common, so that it is made once. */
    private final Request pattern;

    private final DownloadLimits limits;
    private final Repeatability reads;

    public VideosClient(Endpoint endpoint, HttpClients http, Timing timing) {
        this.endpoint = Objects.requireNonNull(endpoint, "endpoint");
        this.http = Objects.requireNonNull(http, "http");
        this.timing = Objects.requireNonNull(timing, "timing");
        FailureReader failures = new FailureReader(endpoint, timing.clock());
        this.readers = new AnswerReaders(failures, timing.clock());
        this.transport = new HttpTransport(new RedirectRule(endpoint), failures);
        this.pattern = pattern(endpoint);
        this.limits = DownloadLimits.NONE;
        this.reads = Repeatability.SAFE;
    }

    private VideosClient(VideosClient other, DownloadLimits limits, Repeatability reads) {
        this.endpoint = other.endpoint;
        this.http = other.http;
        this.timing = other.timing;
        this.readers = other.readers;
        this.transport = other.transport;
        this.pattern = other.pattern;
        this.limits = Objects.requireNonNull(limits, "limits");
        this.reads = reads;
    }

    private static Request pattern(Endpoint endpoint) {
        Request.Builder request =
                new Request.Builder().url(endpoint.videosUrl(List.of())).header("Accept", "application/json");
        request.header("User-Agent", "video-generation");
        endpoint.headers().forEach(request::header);
        endpoint.authentication().applyTo(request);
        return request.build();
    }

    /**
     * The same client for whoever keeps asking in a rhythm of his own: when the service wants to be asked later, that is
     * his to know at once, so such a question is not repeated here.
     */
    public VideosClient polling() {
        return new VideosClient(this, limits, Repeatability.SAFE_UNLESS_PUT_OFF);
    }

    /** Equal for clients that are shown the same videos: same address, same key. It does not reveal the key. */
    public String account() {
        return endpoint.account();
    }

    /** The same client with limits to what it downloads. */
    public VideosClient with(DownloadLimits other) {
        return new VideosClient(this, other, reads);
    }

    /**
     * Asks for a render, which is paid for. The request is sent once; it is sent again only after a failure that proves
     * that the service did not take it.
     *
     * @param unwanted completes when nobody wants the render any more: then it is not sent, or not again. To cancel the
     *     call instead would lose the id of a render that the service is just accepting
     * @param beforePause hears why the service did not take it, each time that it is sent again later; must not block
     */
    public ApiCall<Video> submit(
            SubmitRequest submit, CompletableFuture<?> unwanted, Consumer<VideosException> beforePause) {
        // what servers differ in concerns the create: by id, the other calls are understood as JSON everywhere
        boolean create = submit.operation() == VideoOperation.CREATE;
        CreateEncoding encoding = create ? endpoint.createEncoding() : CreateEncoding.AUTO;
        Request request = request(endpoint.videosUrl(submit.pathSegments()))
                .post(RequestBodies.of(endpoint.named(submit.fields()), encoding))
                .build();
        AnswerReader<Video> reader = create ? readers::video : OptionalOperation.withId(readers::video);
        return paid(request, reader, unwanted, beforePause);
    }

    /** The same for whoever wants it in any case. */
    private ApiCall<Video> submit(SubmitRequest submit) {
        return submit(submit, new CompletableFuture<>(), failure -> {});
    }

    /** {@code POST /videos}: a new video from a prompt; see {@link #submit}. */
    public ApiCall<Video> create(CreateVideoRequest request) {
        return submit(request);
    }

    /** {@code POST /videos/extensions}: goes on where a video ends; see {@link #submit}. */
    public ApiCall<Video> extend(ExtendVideoRequest request) {
        return submit(request);
    }

    /** {@code POST /videos/edits}: changes a video; see {@link #submit}. */
    public ApiCall<Video> edit(EditVideoRequest request) {
        return submit(request);
    }

    /** {@code POST /videos/ID/remix}: a new video with another one as its pattern; see {@link #submit}. */
    public ApiCall<Video> remix(RemixVideoRequest request) {
        return submit(request);
    }

    /**
     * {@code POST /videos/characters}: a character from a video. Like a render it is sent once, since there is no way
     * to list or delete characters.
     *
     * @param unwanted completes when nobody waits for it any more: then it is not sent, or not again. As with {@link #submit}, to
     *     cancel the call would lose the id
     */
    public ApiCall<VideoCharacter> createCharacter(CreateCharacterRequest character, CompletableFuture<?> unwanted) {
        Request request = request(endpoint.videosUrl(List.of("characters")))
                .post(RequestBodies.multipart(character.fields()))
                .build();
        AnswerReader<VideoCharacter> reader = OptionalOperation.withoutId(readers::character);
        return paid(request, reader, unwanted, failure -> {});
    }

    /** {@code GET /videos/characters/ID}. */
    public ApiCall<VideoCharacter> retrieveCharacter(String id) {
        HttpUrl url = endpoint.videosUrl(List.of("characters", RequestRules.id("id", id)));
        return read(request(url).build(), OptionalOperation.withId(readers::character));
    }

    /** {@code GET /videos/ID}: how far a render is. A failed render is an answer here, not an exception. */
    public ApiCall<Video> retrieve(String id) {
        return read(request(videoUrl(id)).build(), readers::video);
    }

    /** {@code GET /videos}: one page of the service's videos. */
    public ApiCall<VideoPage> list(ListQuery query) {
        return list(query, RetryPolicy.READS);
    }

    ApiCall<VideoPage> list(ListQuery query, RetryPolicy policy) {
        HttpUrl.Builder url = pattern.url().newBuilder();
        if (query.after() != null) {
            url.setQueryParameter("after", query.after());
        }
        if (query.limit() != null) {
            url.setQueryParameter("limit", query.limit().toString());
        }
        if (query.order() != null) {
            url.setQueryParameter("order", query.order().parameter());
        }
        return read(
                request(url.build()).build(),
                OptionalOperation.withoutId(answer -> readers.page(answer, query.after())),
                policy);
    }

    /** The service's videos over as many pages as it takes, at most {@code limit} of them. */
    public ApiCall<List<Video>> listAll(ListQuery query, int limit) {
        return new RetryingCall<>(
                () -> new PagedList(next -> list(next).start(), limit).from(query),
                Repeatability.SAFE,
                RetryPolicy.ONCE,
                timing,
                new CompletableFuture<>(),
                () -> false);
    }

    /** {@code DELETE /videos/ID}: forgets a video; at some servers it cancels a running render. */
    public ApiCall<DeletedVideo> delete(String id) {
        return read(
                request(videoUrl(id)).delete().build(),
                OptionalOperation.withId(answer -> readers.deleted(answer, id)));
    }

    /**
     * {@code GET /videos/ID/content}: writes what was rendered into a file, which is replaced if it exists. The call
     * fails with an {@link java.io.UncheckedIOException} if the file can't be written or the disk has no room for it, and
     * with a {@link ContentTooLargeException} if it is larger than the {@link DownloadLimits}.
     */
    public ApiCall<DownloadedContent> downloadContent(String id, ContentVariant variant, Path file) {
        HttpUrl.Builder url = videoUrl(id).newBuilder().addPathSegment("content");
        if (variant != ContentVariant.VIDEO) {
            url.setQueryParameter("variant", variant.parameter());
        }
        return download(request(url.build()), variant, file);
    }

    /**
     * Downloads from a URL that the service named in an answer. Only on the service's own origin does the key go along.
     *
     * @throws IllegalArgumentException if it is no http or https URL
     */
    public ApiCall<DownloadedContent> downloadFrom(String url, Path file) {
        HttpUrl target = endpoint.baseUrl().resolve(url);
        if (target == null) {
            throw new IllegalArgumentException("The service names a URL that is neither http nor https");
        }
        Request.Builder own = request(target);
        return download(
                endpoint.isSameOrigin(target) ? own : new Request.Builder().url(target), ContentVariant.VIDEO, file);
    }

    private ApiCall<DownloadedContent> download(Request.Builder request, ContentVariant variant, Path file) {
        request.header("Accept", "*/*");
        // compression would hide the length, and gains nothing on video
        request.header("Accept-Encoding", "identity");
        Request whole = request.build();
        return new FreshCall<>(() -> download(whole, variant, new ResumableFile(file, limits, timing.clock())));
    }

    private ApiCall<DownloadedContent> download(Request whole, ContentVariant variant, ResumableFile file) {
        AnswerReader<DownloadedContent> content = answer -> readers.content(answer, variant, file);
        AnswerReader<DownloadedContent> reader =
                variant == ContentVariant.VIDEO ? content : OptionalOperation.ofVariant(content);
        return new RetryingCall<>(
                () -> transport.send(http.downloads(), file.next(whole), reader),
                Repeatability.SAFE,
                RetryPolicy.READS,
                timing,
                new CompletableFuture<>(),
                file::cameFurther);
    }

    /** An id that a service gave may hold anything, also what a user's input is refused for. */
    private HttpUrl videoUrl(String id) {
        if (id == null || id.isBlank() || id.equals(".") || id.equals("..")) {
            throw new InvalidRequestException("id", Text.of("api.VideosClient.id", id));
        }
        return pattern.url().newBuilder().addPathSegment(id).build();
    }

    private Request.Builder request(HttpUrl url) {
        return pattern.newBuilder().url(url);
    }

    private <T> ApiCall<T> read(Request request, AnswerReader<T> reader) {
        return read(request, reader, RetryPolicy.READS);
    }

    private <T> ApiCall<T> read(Request request, AnswerReader<T> reader, RetryPolicy policy) {
        return new RetryingCall<>(
                () -> transport.send(http.reads(), request, reader),
                reads,
                policy,
                timing,
                new CompletableFuture<>(),
                () -> false);
    }

    private <T> ApiCall<T> paid(
            Request request,
            AnswerReader<T> reader,
            CompletableFuture<?> unwanted,
            Consumer<VideosException> beforePause) {
        return new RetryingCall<>(
                () -> transport.send(http.submits(), request, reader),
                Repeatability.PAID,
                RetryPolicy.SUBMITS,
                timing,
                unwanted,
                () -> false,
                beforePause);
    }
}
