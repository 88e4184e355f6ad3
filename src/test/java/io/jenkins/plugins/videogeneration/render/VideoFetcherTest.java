package io.jenkins.plugins.videogeneration.render;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.jenkins.plugins.videogeneration.api.DownloadLimits;
import io.jenkins.plugins.videogeneration.api.VideosClient;
import io.jenkins.plugins.videogeneration.simulator.Dialect;
import io.jenkins.plugins.videogeneration.simulator.Fault;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From a finished render to a checked file under its name. */
@ParameterizedClass
@MethodSource("servingContent")
class VideoFetcherTest {

    @Parameter
    Dialect dialect;

    private static final int ATTEMPTS = 6;
    private static final int ALWAYS = Integer.MAX_VALUE;

    @TempDir
    Path home;

    /** The others have videos at another address than where faults are put in here. */
    static Stream<Dialect> servingContent() {
        return DialectStudio.dialects()
                .filter(dialect -> !List.of("sglang", "gateway").contains(dialect.name()));
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                argumentSet("JSON as a video", "video/mp4", Mp4s.text("{\"detail\":\"Not Found\"}")),
                argumentSet("JSON", "application/json", Mp4s.text("{\"detail\":\"Not Found\"}")),
                argumentSet("a login page", "text/html", Mp4s.text("<html><title>Sign in</title></html>")),
                argumentSet("zeros", "application/octet-stream", new byte[5000]),
                argumentSet("nothing", "video/mp4", new byte[0]),
                argumentSet("garbage behind a head", "video/mp4", Mp4s.garbageBehindAHead()),
                argumentSet("the first half", "video/mp4", Mp4s.firstHalf()),
                argumentSet("no video track", "video/mp4", Mp4s.withoutVideo()));
    }

    @Test
    void contentThatIsNotThereYetIsAskedForAgainWithGrowingPauses() {
        Studio studio = new Studio(home, dialect);
        studio.simulator.inject(Operation.DOWNLOAD_CONTENT, 3, Fault.status(404));
        studio.simulator.inject(Operation.DOWNLOAD_CONTENT, 2, Fault.status(400));
        assertThat(studio.finish(studio.start()).phase(), is(Phase.DELIVERED));
        List<Duration> delays = studio.time.delays();
        assertThat(
                delays.subList(delays.size() - 5, delays.size()),
                contains(seconds(2), seconds(4), seconds(8), seconds(16), seconds(32)));
        assertThat(studio.listener.troubles(), hasSize(5));
        assertThat(studio.simulator.count(Operation.CREATE), is(1L));
    }

    @Test
    void contentThatNeverComesEndsTheRenderWithoutANewOne() {
        Studio studio = new Studio(home, dialect);
        studio.simulator.inject(Operation.DOWNLOAD_CONTENT, 1000, Fault.status(404));
        String message = studio.failure(studio.start()).getMessage();
        assertThat(message, containsString("/content: HTTP 404"));
        assertThat(message, containsString(studio.journal.onDisk().videoId()));
        assertThat(studio.simulator.count(Operation.DOWNLOAD_CONTENT), is((long) ATTEMPTS));
        assertThat(studio.simulator.count(Operation.CREATE), is(1L));
        assertThat(studio.fetchedFiles(), is(empty()));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void unusableContentIsAskedForAgain(String type, byte[] content) throws IOException {
        Studio studio = new Studio(home, dialect);
        studio.wire.replace(Wire.Kind.CONTENT, 1, type, content);
        RenderRecord record = studio.finish(studio.start());
        assertThat(record.file().bytes(), is(Files.size(studio.shelf.file("cat.mp4"))));
        assertThat(record.file().width(), is(720));
        assertThat(studio.listener.troubles(), hasSize(1));
        assertThat(studio.fetchedFiles(), contains("cat.mp4", "cat.mp4.json"));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void unusableContentIsNeverDeliveredNorLeftBehind(String type, byte[] content) {
        Studio studio = new Studio(home, dialect);
        studio.wire.replace(Wire.Kind.CONTENT, ALWAYS, type, content);
        RenderException failure = studio.failure(studio.start());
        assertThat(failure.getMessage(), containsString(studio.journal.onDisk().videoId()));
        assertThat(studio.wire.count(Wire.Kind.CONTENT), is((long) ATTEMPTS));
        assertThat(studio.fetchedFiles(), is(empty()));
        assertThat(studio.shelf.deliveries(), is(empty()));
        assertThat(studio.simulator.count(Operation.CREATE), is(1L));
        assertThat(studio.journal.onDisk().file() == null, is(true));
    }

    @Test
    void aJobThatIsMovedDuringTheTransferTakesItsVideoAlong() {
        Studio studio = new Studio(home, dialect);
        Path moved = home.resolve("moved");
        AtomicReference<Path> folder = new AtomicReference<>(studio.folder);
        studio.wire.change(Wire.Kind.CONTENT, 1, answer -> {
            Files.move(studio.folder, moved);
            folder.set(moved);
            return answer;
        });
        RenderContext context = studio.context(folder::get, studio.shelf);
        RenderRecord record = studio.finish(studio.engine().start(studio.cat(), Studio.CAT, context));
        assertThat(record.phase(), is(Phase.DELIVERED));
        assertThat(Files.exists(moved.resolve("cat.mp4")), is(true));
        assertThat(studio.fetchedFiles(), is(empty()));
        assertThat(studio.listener.troubles(), is(empty()));
    }

    @Test
    void aTransferThatBreaksOffIsBegunAgain() {
        Studio studio = new Studio(home, dialect);
        studio.simulator.inject(Operation.DOWNLOAD_CONTENT, 6, Fault.cutAfter(1000));
        assertThat(studio.finish(studio.start()).file().width(), is(720));
        assertThat(studio.simulator.count(Operation.DOWNLOAD_CONTENT), is(7L));
    }

    @Test
    void aTransferThatAlwaysBreaksOffLeavesNothingBehind() {
        Studio studio = new Studio(home, dialect);
        studio.simulator.inject(Operation.DOWNLOAD_CONTENT, ALWAYS, Fault.cutAfter(0));
        assertThat(studio.failure(studio.start()).getMessage(), containsString("broke"));
        assertThat(studio.fetchedFiles(), is(empty()));
    }

    @Test
    void aTransferOfUnknownLengthThatBreaksOffIsNotTakenForWhole() {
        Studio studio = new Studio(home, dialect);
        studio.wire.change(
                Wire.Kind.CONTENT, 1, answer -> Wire.ofUnknownLength(answer, new Buffer().write(Mp4s.firstHalf())));
        assertThat(studio.finish(studio.start()).file().width(), is(720));
        assertThat(studio.wire.count(Wire.Kind.CONTENT), is(2L));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 405})
    void aRefusalThatWillNotPassEndsTheFetchingAtOnce(int status) {
        Studio studio = new Studio(home, dialect);
        studio.simulator.inject(Operation.DOWNLOAD_CONTENT, 1000, Fault.status(status));
        assertThat(studio.failure(studio.start()).getMessage(), containsString(DialectStudio.refusal(dialect, status)));
        assertThat(studio.simulator.count(Operation.DOWNLOAD_CONTENT), is(1L));
    }

    @Test
    void anOverloadedServiceIsWaitedFor() {
        Studio studio = new Studio(home, dialect);
        studio.simulator.inject(Operation.DOWNLOAD_CONTENT, 8, Fault.status(503));
        studio.simulator.inject(Operation.DOWNLOAD_CONTENT, 1, Fault.status(429, Map.of("retry-after", "60")));
        assertThat(studio.finish(studio.start()).phase(), is(Phase.DELIVERED));
        assertThat(studio.time.delays(), hasItems(seconds(60)));
    }

    @Test
    void aServiceThatIsAwayIsWaitedForUntilTheDeadline() {
        Studio studio = new Studio(home, dialect);
        studio.simulator.inject(Operation.DOWNLOAD_CONTENT, 100, Fault.status(503));
        RenderRecord record = studio.finish(studio.start());
        assertThat(record.phase(), is(Phase.DELIVERED));
        assertThat(studio.simulator.count(Operation.DOWNLOAD_CONTENT), is(101L));
        assertThat(studio.simulator.count(Operation.CREATE), is(1L));
    }

    @Test
    void aServiceThatStaysAwayIsGivenUpAtTheDeadline() {
        Studio studio = new Studio(home, dialect);
        studio.simulator.inject(Operation.DOWNLOAD_CONTENT, ALWAYS, Fault.connectionLost());
        RunningRender render = studio.start();
        assertThat(studio.failure(render).getMessage(), containsString("/content: "));
        Duration waited = Duration.between(studio.journal.onDisk().deadline(), studio.time.instant());
        assertThat(waited.isNegative(), is(false));
        assertThat(waited.compareTo(Duration.ofMinutes(1)) < 0, is(true));
    }

    @Test
    void afterTheDeadlineThereAreTenMinutesLeft() {
        Studio studio = new Studio(home, dialect);
        studio.start();
        studio.time.advance(Duration.ofSeconds(30));
        studio.crash();
        studio.time.advance(Studio.TIMEOUT);
        studio.simulator.inject(Operation.DOWNLOAD_CONTENT, 40, Fault.status(503));
        RunningRender render = studio.resume(studio.journal.onDisk());
        assertThat(studio.finish(render).phase(), is(Phase.DELIVERED));
    }

    @Test
    void aLongPauseThatTheServiceAsksForIsKept() {
        Studio studio = new Studio(home, dialect);
        studio.simulator.inject(Operation.DOWNLOAD_CONTENT, 7, Fault.status(429, Map.of("retry-after", "150")));
        assertThat(studio.finish(studio.start()).phase(), is(Phase.DELIVERED));
        assertThat(studio.simulator.count(Operation.DOWNLOAD_CONTENT), is(8L));
        assertThat(studio.time.delays(), hasItems(seconds(150)));
    }

    @Test
    void whatIsNoAddressIsNotAskedFor() {
        Studio studio = new Studio(home, dialect);
        studio.simulator.inject(Operation.DOWNLOAD_CONTENT, 1, Fault.status(404));
        studio.wire.rewrite(Wire.Kind.POLL, ALWAYS, "\"object\":", "\"url\":\"http://[\",\"object\":");
        assertThat(studio.finish(studio.start()).phase(), is(Phase.DELIVERED));
        assertThat(studio.listener.troubles(), hasSize(1));
    }

    @Test
    void aLeftoverPartOfAnEarlierAttemptIsReplaced() throws IOException {
        Studio studio = new Studio(home, dialect);
        Files.createDirectories(studio.folder);
        Files.write(studio.folder.resolve("cat.mp4.part"), new byte[3_000_000]);
        RenderRecord record = studio.finish(studio.start());
        assertThat(record.file().bytes(), is(Files.size(studio.folder.resolve("cat.mp4"))));
        assertThat(studio.fetchedFiles(), contains("cat.mp4", "cat.mp4.json"));
    }

    @Test
    void nothingLiesUnderTheFinalNameBeforeItWasChecked() throws IOException {
        Studio studio = new Studio(home, dialect);
        studio.wire.replace(Wire.Kind.CONTENT, 2, "video/mp4", Mp4s.withoutVideo());
        studio.listener.on("troubled", () -> assertThat(studio.fetchedFiles(), is(empty())));
        studio.wire.onArrival(
                Wire.Kind.CONTENT, () -> assertThat(studio.fetchedFiles().contains("cat.mp4"), is(false)));
        studio.finish(studio.start());
        assertThat(studio.listener.troubles(), hasSize(2));
    }

    @Test
    void aFolderThatCannotBeWrittenEndsTheRenderWithTheId() throws IOException {
        Studio studio = new Studio(home, dialect);
        Files.write(studio.folder, new byte[0]);
        RenderException failure = studio.failure(studio.start());
        assertThat(
                failure.getMessage(),
                allOf(
                        containsString(studio.journal.onDisk().videoId()),
                        containsString("could not be written"),
                        containsString(studio.folder.toString())));
        assertThat(failure.failure().advice(), not(containsString("log")));
    }

    @Test
    void aDiskThatFillsUpEndsTheRenderWithTheId() throws IOException {
        Studio studio = new Studio(home, dialect);
        // a folder where the part is to be written cannot be written to either
        Files.createDirectories(studio.folder.resolve("cat.mp4.part"));
        RenderException failure = studio.failure(studio.start());
        assertThat(
                failure.getMessage(),
                allOf(containsString(studio.journal.onDisk().videoId()), containsString("could not be written")));
        assertThat("it is not the service's fault", studio.wire.count(Wire.Kind.CONTENT), is(1L));
    }

    @Test
    void aDiskWithoutRoomEndsTheRenderWithTheIdAndTheFigures() {
        Studio studio = new Studio(home, dialect);
        limit(studio, new DownloadLimits(Long.MAX_VALUE, asked -> 1000, Duration.ofMinutes(5), 1));

        RenderException failure = studio.failure(studio.start());

        assertThat(
                failure.getMessage(),
                allOf(
                        containsString(studio.journal.onDisk().videoId() + " was rendered, but could not be written"),
                        containsString("the disk of " + studio.folder + " has 1.0 kB free, but "),
                        containsString(" are needed")));
        assertThat(studio.wire.count(Wire.Kind.CONTENT), is(1L));
        assertThat(studio.fetchedFiles(), is(empty()));
        assertThat(studio.simulator.count(Operation.CREATE), is(1L));
    }

    @Test
    void aVideoThatIsTooLargeIsLeftAtTheService() {
        Studio studio = new Studio(home, dialect);
        limit(studio, DownloadLimits.NONE.withMaxBytes(2000));

        RenderException failure = studio.failure(studio.start());

        assertThat(
                failure.getMessage(),
                allOf(
                        containsString(studio.journal.onDisk().videoId() + " was rendered, but not fetched: it has "),
                        containsString(" or more, and 2.0 kB is the limit")));
        assertThat(studio.wire.count(Wire.Kind.CONTENT), is(1L));
        assertThat(studio.fetchedFiles(), is(empty()));
        assertThat(studio.simulator.count(Operation.CREATE), is(1L));
    }

    private static void limit(Studio studio, DownloadLimits limits) {
        Supplier<VideosClient> unlimited = studio.client;
        studio.client = () -> unlimited.get().with(limits);
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
