package io.jenkins.plugins.videogeneration.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesRegex;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A download takes no more of this machine than it may, and ends if it goes nowhere. */
@Timeout(60)
class DownloadLimitsTest {

    private static final int MIB = 1024 * 1024;
    private static final long EXBIBYTE = 1L << 60;

    @RegisterExtension
    final ScriptedService service = new ScriptedService();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = folder.resolve("video.part");
    }

    @Test
    void aContentThatIsAnnouncedTooLargeIsNotBegun() {
        service.answer(content(2 * MIB).build());

        ContentTooLargeException e =
                assertThrows(ContentTooLargeException.class, () -> download(DownloadLimits.NONE.withMaxBytes(MIB)));

        assertThat(e.getMessage(), is("has 2.1 MB or more, and 1.0 MB is the limit"));
        assertThat(Files.exists(file), is(false));
        assertThat(service.requestCount(), is(1));
    }

    @Test
    void aContentOfUnknownLengthIsLeftWhenItIsTooLarge() throws IOException {
        service.answer(new MockResponse.Builder()
                .setHeader("Content-Type", "video/mp4")
                .chunkedBody(bytes(5 * MIB), 100_000)
                .build());

        assertThrows(ContentTooLargeException.class, () -> download(DownloadLimits.NONE.withMaxBytes(MIB)));

        assertThat(Files.size(file), lessThan(MIB + 1L));
        assertThat(service.requestCount(), is(1));
    }

    @Test
    void aContentOfTheLargestSizeIsTaken() throws InterruptedException {
        service.answer(content(MIB).build());

        assertThat(download(DownloadLimits.NONE.withMaxBytes(MIB)).bytes(), is((long) MIB));
    }

    @Test
    void theRealDiskIsAskedBeforeAnythingIsWritten() throws IOException {
        service.answer(content(10).setHeader("Content-Length", EXBIBYTE).build());

        UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> download(DownloadLimits.NONE));

        assertThat(
                e.getMessage(),
                allOf(
                        containsString("the disk of " + folder + " has "),
                        containsString(" free, but 1152921504.6 GB are needed")));
        assertThat(Files.exists(file), is(false));
        assertThat(service.requestCount(), is(1));
    }

    @Test
    void aDiskThatOthersFillUpOnTheWayIsNotFilledToTheLastByte() throws IOException {
        AtomicLong free = new AtomicLong(FreeSpace.RESERVE_BYTES + 50L * MIB);
        FreeSpace shrinking = asked -> free.getAndAdd(-20L * MIB);
        service.answer(content(48 * MIB).build());

        UncheckedIOException e = assertThrows(
                UncheckedIOException.class,
                () -> download(new DownloadLimits(Long.MAX_VALUE, shrinking, Duration.ofMinutes(5), 1)));

        // what is needed depends by some kilobytes on how the bytes came in
        assertThat(
                e.getMessage(),
                matchesRegex(".*: the disk of \\Q" + folder
                        + "\\E has 98\\.6 MB free, but 33\\.[456] MB are needed and 67\\.1 MB stay free"));
        assertThat(
                Text.saidBy(e).in(Locale.GERMAN),
                matchesRegex(
                        ".* kann nicht geschrieben werden: auf dem Datentr\u00e4ger von .* sind 98,6 MB frei, .*"));
        assertThat(Files.size(file), lessThan(17L * MIB));
        assertThat(service.requestCount(), is(1));
    }

    @Test
    void aDiskThatCannotBeAskedIsNoFaultOfTheService() {
        FreeSpace broken = asked -> {
            throw new IOException("stale handle");
        };
        service.answer(content(10).build());

        UncheckedIOException e = assertThrows(
                UncheckedIOException.class,
                () -> download(new DownloadLimits(Long.MAX_VALUE, broken, Duration.ofMinutes(5), 1)));

        assertThat(e.getMessage(), is("Cannot write " + file + ": stale handle"));
    }

    @Test
    void aTrickleIsABrokenTransfer() {
        for (int attempt = 0; attempt < RetryPolicy.READS.maxAttempts(); attempt++) {
            service.answer(content(3 * MIB).build());
        }
        // each look at the clock finds a minute gone
        AtomicInteger minutes = new AtomicInteger();
        Timing slow = new Timing(
                () -> Instant.EPOCH.plus(Duration.ofMinutes(minutes.getAndIncrement())),
                service.time(),
                new FixedRandom(0));
        VideosClient client = new VideosClient(service.endpoint(), service.http(), slow)
                .with(new DownloadLimits(Long.MAX_VALUE, asked -> Long.MAX_VALUE, Duration.ofMinutes(5), 5 * MIB));

        VideosException.Connection e = assertThrows(
                VideosException.Connection.class,
                () -> client.downloadContent("video_1", ContentVariant.VIDEO, file)
                        .execute());

        assertThat(e.failure().message(), containsString(" came in 300 s)"));
        assertThat(e.text().in(Locale.GERMAN), containsString("(in 300 s kamen nur "));
    }

    @Test
    void aLongTransferThatBreaksOffAgainAndAgainGoesOnWhereItWas() throws Exception {
        int breaks = 9;
        byte[] whole = bytes((breaks + 1) * 100_000).readByteArray();
        for (int part = 0; part <= breaks; part++) {
            byte[] rest = java.util.Arrays.copyOfRange(whole, part * 100_000, whole.length);
            MockResponse.Builder answer = markedContent(rest, "\"one\"");
            if (part > 0) {
                answer.code(206).setHeader("Content-Range", "bytes " + part * 100_000 + "-999999/1000000");
            }
            service.answer(part < breaks ? cutAfter(answer, rest, 100_000) : answer.build());
        }

        DownloadedContent content = download(DownloadLimits.NONE);

        assertThat(content.bytes(), is((long) whole.length));
        assertThat(content.sha256(), is(Sha256.of(whole)));
        assertThat(service.requestCount(), is(breaks + 1));
        service.takeRequest();
        assertThat(service.takeRequest().getHeaders().get("If-Range"), is("\"one\""));
    }

    @Test
    void aServiceWithoutTheRestIsAskedForTheWhole() throws Exception {
        byte[] whole = bytes(300_000).readByteArray();
        service.answer(cutAfter(markedContent(whole, "\"one\""), whole, 100_000));
        service.answer(416, "{}");
        service.answer(markedContent(whole, "\"two\"").build());

        assertThat(download(DownloadLimits.NONE).sha256(), is(Sha256.of(whole)));

        service.takeRequest();
        assertThat(service.takeRequest().getHeaders().get("Range"), is("bytes=100000-"));
        assertThat(service.takeRequest().getHeaders().get("Range") == null, is(true));
    }

    @Test
    void thePartOfAnotherContentIsNotPutBehindTheFirst() throws Exception {
        byte[] whole = bytes(300_000).readByteArray();
        service.answer(cutAfter(markedContent(whole, "\"one\""), whole, 100_000));
        service.answer(markedContent(new byte[200_000], "\"two\"")
                .code(206)
                .setHeader("Content-Range", "bytes 100000-299999/300000")
                .build());
        service.answer(markedContent(whole, "\"two\"").build());

        assertThat(download(DownloadLimits.NONE).sha256(), is(Sha256.of(whole)));
        assertThat(service.requestCount(), is(3));
    }

    private DownloadedContent download(DownloadLimits limits) throws InterruptedException {
        return service.client()
                .with(limits)
                .downloadContent("video_1", ContentVariant.VIDEO, file)
                .execute();
    }

    private static MockResponse.Builder content(int length) {
        return new MockResponse.Builder().setHeader("Content-Type", "video/mp4").body(bytes(length));
    }

    private static MockResponse.Builder markedContent(byte[] bytes, String etag) {
        return new MockResponse.Builder()
                .setHeader("Content-Type", "video/mp4")
                .setHeader("Accept-Ranges", "bytes")
                .setHeader("ETag", etag)
                .body(new Buffer().write(bytes));
    }

    /** Announces all, sends so many bytes, and closes. */
    private static MockResponse cutAfter(MockResponse.Builder answer, byte[] all, int length) {
        return answer.body(new Buffer().write(all, 0, length))
                .setHeader("Content-Length", all.length)
                .onResponseEnd(new SocketEffect.CloseSocket())
                .build();
    }

    /** Bytes that are no text, each place different from its neighbours. */
    private static Buffer bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31 + i / 251);
        }
        return new Buffer().write(bytes);
    }
}
