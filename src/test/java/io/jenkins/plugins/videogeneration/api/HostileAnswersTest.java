package io.jenkins.plugins.videogeneration.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.ByteString;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A broken or malicious service costs a typed failure: no endless memory, no deep stack, no hang. */
@Timeout(120)
class HostileAnswersTest {

    @RegisterExtension
    final ScriptedService service = new ScriptedService();

    /** A terabyte, as long as somebody reads it: a client that reads all of it never ends or runs out of memory. */
    private record Endless(ByteString piece) implements MockResponseBody {
        @Override
        public long getContentLength() {
            return -1;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            for (long written = 0; written < 1L << 40; written += piece.size()) {
                sink.write(piece);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 404})
    void anEndlessAnswerIsReadInBounds(int status) {
        service.answer(endless(status));
        service.answer(endless(status));

        assertThrows(VideosException.class, () -> service.client().retrieve("a").execute());
        assertThrows(
                VideosException.class,
                () -> service.client().list(ListQuery.newest()).execute());
    }

    @Test
    void anAnswerIsReadUpToTheLimitAndNotMuchFurther() throws IOException {
        Buffer source = new Buffer().write(new byte[1_000_000]);
        var body = okhttp3.ResponseBody.create(source, null, source.size());

        byte[] read = new HttpAnswer(null, null, body).readAtMost(1000);

        assertThat(read.length, is(1000));
        assertThat("Left unread", 1_000_000 - source.size(), lessThan(20_000L));
    }

    @Test
    void anAnswerThatGrowsWhenUnpackedIsReadInBounds() throws IOException {
        Buffer packed = new Buffer();
        try (BufferedSink zip = Okio.buffer(new GzipSink(packed))) {
            for (int i = 0; i < 200; i++) {
                zip.write(new byte[1 << 20]);
            }
        }
        service.answer(new MockResponse.Builder()
                .code(400)
                .setHeader("Content-Encoding", "gzip")
                .body(packed)
                .build());

        VideosException e = assertThrows(
                VideosException.BadRequest.class,
                () -> service.client().retrieve("a").execute());

        assertThat(e.failure().message(), is("the service gave no reason"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{\"error\":[", "{\"data\":[{\"a\":"})
    void deepNestingIsNoJson(String level) {
        String deep = level.repeat(50_000);
        service.answer(200, deep);
        service.answer(400, deep);

        assertThrows(
                VideosException.NotAVideosApi.class,
                () -> service.client().retrieve("a").execute());
        assertThrows(
                VideosException.BadRequest.class,
                () -> service.client().retrieve("a").execute());
    }

    @Test
    void manySmallValuesThatWouldFillTheMemoryAreNoJson() {
        service.answer(200, "{\"data\":[" + "{},".repeat(300_000) + "{}]}");

        assertThrows(
                VideosException.NotAVideosApi.class,
                () -> service.client().list(ListQuery.newest()).execute());
    }

    @Test
    void aFullPageOfTheLongestPromptsFits() throws InterruptedException {
        String prompt = "\\ud83e\\udd8a".repeat(RequestRules.MAX_PROMPT_LENGTH / 2);
        String video = "{\"id\":\"a\",\"prompt\":\"" + prompt + "\"}";
        service.answer(200, "{\"data\":[" + (video + ",").repeat(99) + video + "]}");

        assertThat(service.client().list(ListQuery.newest()).execute().videos().size(), is(100));
    }

    private static MockResponse endless(int status) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(new Endless(ByteString.encodeUtf8("{\"id\":\"a\",\"prompt\":\"" + "x".repeat(100_000))))
                .build();
    }
}
