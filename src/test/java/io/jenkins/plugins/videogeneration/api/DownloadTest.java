package io.jenkins.plugins.videogeneration.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DownloadTest {

    @RegisterExtension
    final ScriptedService service = new ScriptedService();

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = directory.resolve("video.part");
    }

    @Test
    void writesTheBytesAndTellsTheirLengthHashAndType() throws Exception {
        byte[] bytes = new byte[3_000_001];
        new Random(17).nextBytes(bytes);
        service.answer(content("video/mp4; codecs=avc1", bytes).build());

        DownloadedContent content = download(ContentVariant.VIDEO);

        String sha256 = ByteString.of(bytes).sha256().hex();
        assertThat(content, is(new DownloadedContent(file, "video/mp4", bytes.length, sha256)));
        assertThat(Files.mismatch(file, Files.write(directory.resolve("expected"), bytes)), is(-1L));
    }

    @Test
    void worksWithoutLengthAndType() throws Exception {
        service.answer(new MockResponse.Builder()
                .chunkedBody("some bytes", 3)
                .removeHeader("Content-Type")
                .build());

        DownloadedContent content = download(ContentVariant.VIDEO);

        assertThat(content.contentType() == null, is(true));
        assertThat(Files.readString(file), is("some bytes"));
    }

    @ParameterizedTest
    @CsvSource({"VIDEO, ''", "THUMBNAIL, ?variant=thumbnail", "SPRITESHEET, ?variant=spritesheet"})
    void namesTheVariantUnlessItIsTheVideo(ContentVariant variant, String query) throws InterruptedException {
        service.answer(content("image/webp", new byte[1]).build());

        download(variant);

        RecordedRequest request = service.takeRequest();
        assertThat(request.getTarget(), is("/v1/videos/video_1/content" + query));
        assertThat(request.getHeaders().get("Accept-Encoding"), is("identity"));
    }

    @Test
    void asksAgainForATruncatedBodyAndBeginsTheFileAnew() throws Exception {
        service.answer(truncated("a long beginning of something".getBytes()));
        service.answer(content("video/mp4", "whole".getBytes()).build());

        DownloadedContent content = download(ContentVariant.VIDEO);

        assertThat(content.bytes(), is(5L));
        assertThat(content.sha256(), is(ByteString.encodeUtf8("whole").sha256().hex()));
        assertThat(Files.readString(file), is("whole"));
        assertThat(service.requestCount(), is(2));
    }

    @Test
    void failsWithAConnectionFailureIfTheBodyIsAlwaysTruncated() {
        for (int attempt = 0; attempt < RetryPolicy.READS.maxAttempts(); attempt++) {
            service.answer(truncated(new byte[10]));
        }

        VideosException.Connection e =
                assertThrows(VideosException.Connection.class, () -> download(ContentVariant.VIDEO));

        assertThat(e.getMessage(), containsString("broke"));
        assertThat(service.requestCount(), is(RetryPolicy.READS.maxAttempts()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/problem+json",
                "APPLICATION/JSON; charset=utf-8",
                "text/html",
                "text/plain",
                "application/xml",
                "image/svg+xml"
            })
    void refusesWhatIsTextAndTellsWhatItSays(String contentType) {
        service.answer(content(contentType, "{\"error\":{\"message\":\"gone\"}}".getBytes())
                .build());

        VideosException e = assertThrows(VideosException.NotAVideosApi.class, () -> download(ContentVariant.VIDEO));

        assertThat(e.failure().message(), containsString("not the content of a video: gone"));
        assertThat("Nothing was written", Files.exists(file), is(false));
    }

    @Test
    void tellsAContentThatIsNotReadyAsNotFound() {
        service.answer(404, "{\"error\":{\"message\":\"Video is not ready yet\"}}");

        VideosException e = assertThrows(VideosException.NotFound.class, () -> download(ContentVariant.VIDEO));

        assertThat(e.failure().message(), is("Video is not ready yet"));
    }

    @Test
    void aFileThatCannotBeWrittenIsNoFaultOfTheServiceAndNotTriedAgain() {
        file = directory.resolve("missing").resolve("video.part");
        service.answer(content("video/mp4", new byte[10]).build());

        UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> download(ContentVariant.VIDEO));

        assertThat(e.getMessage(), startsWith("Cannot write " + file));
        assertThat(service.requestCount(), is(1));
    }

    @Test
    void aFullDiskIsNoFaultOfTheServiceAndNotTriedAgain() {
        file = Path.of("/dev/full");
        assumeTrue(Files.isWritable(file), "a device that is always full");
        service.answer(content("video/mp4", new byte[10]).build());

        assertThrows(UncheckedIOException.class, () -> download(ContentVariant.VIDEO));

        assertThat(service.requestCount(), is(1));
    }

    @Test
    void replacesAFileThatIsThereOnlyWhenContentComes() throws Exception {
        Files.writeString(file, "something old and longer");
        service.answer(400, "{}");
        service.answer(content("video/mp4", "new".getBytes()).build());

        assertThrows(VideosException.BadRequest.class, () -> download(ContentVariant.VIDEO));
        assertThat(Files.readString(file), is("something old and longer"));
        download(ContentVariant.VIDEO);

        assertThat(Files.readString(file), is("new"));
    }

    private DownloadedContent download(ContentVariant variant) throws InterruptedException {
        return service.client().downloadContent("video_1", variant, file).execute();
    }

    private static MockResponse.Builder content(String type, byte[] bytes) {
        return new MockResponse.Builder().setHeader("Content-Type", type).body(new Buffer().write(bytes));
    }

    private static MockResponse truncated(byte[] bytes) {
        return content("video/mp4", bytes)
                .setHeader("Content-Length", bytes.length + 1000)
                .onResponseEnd(new SocketEffect.CloseSocket())
                .build();
    }
}
