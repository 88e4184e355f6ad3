package io.jenkins.plugins.videogeneration.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoReaderTest {

    private static final Duration POLL_AFTER = Duration.ofSeconds(7);

    @Test
    void readsEveryFieldOfTheReference() {
        Video video = read("""
                {"id":"video_1","object":"video","status":"completed","progress":100,"model":"sora-2","prompt":"A fox",
                 "size":"1280x720","seconds":"8","created_at":1730000000,"completed_at":1730000060,
                 "expires_at":1730003660,"remixed_from_video_id":"video_0","error":null,"something_new":{"a":[1]}}""");

        assertThat(
                video,
                is(new Video(
                        "video_1",
                        VideoStatus.COMPLETED,
                        100,
                        "sora-2",
                        "A fox",
                        "1280x720",
                        "8",
                        Instant.ofEpochSecond(1730000000),
                        Instant.ofEpochSecond(1730000060),
                        Instant.ofEpochSecond(1730003660),
                        "video_0",
                        null,
                        null,
                        POLL_AFTER)));
    }

    @Test
    void needsNoMoreThanAnId() {
        Video video = read("{\"id\":\"video_1\"}");

        assertThat(video.id(), is("video_1"));
        assertThat(video.status(), is(VideoStatus.QUEUED));
        assertThat(video.progress(), is(nullValue()));
        assertThat(video.createdAt(), is(nullValue()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"id\":null}",
                "{\"id\":\" \"}",
                "{\"id\":\"None\"}",
                "{\"id\":{}}",
                "[{\"id\":\"video_1\"}]",
                "\"video_1\"",
                "7",
                "null",
                "",
                "{\"id\":\"video_1\"",
                "{\"id\":\"video_1\",\"status\":}"
            })
    void isNoVideoWithoutAnId(String json) {
        assertThat(tryToRead(json), is(Optional.empty()));
    }

    @Test
    void takesNumbersWhereTextIsExpected() {
        Video video = read("{\"id\":17,\"seconds\":8,\"model\":3,\"status\":5}");

        assertThat(video.id(), is("17"));
        assertThat(video.seconds(), is("8"));
        assertThat(video.model(), is("3"));
        assertThat(video.status(), is(new VideoStatus("5")));
    }

    @Test
    void takesTheLastOfFieldsThatComeTwice() {
        Video video =
                read("{\"id\":\"a\",\"model\":\"old\",\"size\":\"1x1\",\"id\":\"b\",\"model\":\"new\",\"size\":null}");

        assertThat(video.id(), is("b"));
        assertThat(video.model(), is("new"));
        assertThat(video.size(), is(nullValue()));
    }

    @ParameterizedTest
    @CsvSource({"4.5, 4.5", "'\"7.25\"', 7.25", "12, 12"})
    void keepsSecondsAsTheServiceWritesThem(String json, String seconds) {
        assertThat(read("{\"id\":\"a\",\"seconds\":" + json + "}").seconds(), is(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"None\"", "\"\"", "{}", "[]", "true"})
    void takesWhatSaysNothingForAbsent(String json) {
        Video video =
                read(("{'id':'a','status':X,'progress':X,'model':X,'prompt':X,'size':X,'seconds':X,'created_at':X,"
                                + "'completed_at':X,'expires_at':X,'remixed_from_video_id':X,'url':X,'error':null}")
                        .replace('\'', '"')
                        .replace("X", json));

        Video nothing = new Video(
                "a", VideoStatus.QUEUED, null, null, null, null, null, null, null, null, null, null, null, POLL_AFTER);
        assertThat(video, is(nothing));
    }

    @ParameterizedTest
    @CsvSource({
        "50, 50",
        "'\"50\"', 50",
        "'\"45%\"', 45",
        "'\"45 %\"', 45",
        "33.9, 33",
        "-1, 0",
        "250, 100",
        "4294967297, 100",
        "1e30, 100",
        "1e400, ",
        "'\"1e999999999\"', ",
        "'\"soon\"', ",
    })
    void readsProgressAsPercentFrom0To100(String json, Integer percent) {
        assertThat(read("{\"id\":\"a\",\"progress\":" + json + "}").progress(), is(percent));
    }

    @ParameterizedTest
    @CsvSource({
        "1730000000, 2024-10-27T03:33:20Z",
        "'\"1730000000\"', 2024-10-27T03:33:20Z",
        "1730000000.25, 2024-10-27T03:33:20.250Z",
        "1.73e9, 2024-10-27T03:33:20Z",
        "1730000000123, 2024-10-27T03:33:20.123Z",
        "'\"2024-10-27T03:33:20Z\"', 2024-10-27T03:33:20Z",
        "'\"2024-10-27T04:33:20.5+01:00\"', 2024-10-27T03:33:20.500Z",
        "'\"2024-10-27T03:33:20\"', 2024-10-27T03:33:20Z",
        "'\"2024-10-27 03:33:20.123456\"', 2024-10-27T03:33:20.123456Z",
        "'\"2024-10-27 04:33:20+01:00\"', 2024-10-27T03:33:20Z",
        "0, ",
        "-5, ",
        "1e18, ",
        "'\"yesterday\"', ",
        "'\"9e999999999\"', ",
    })
    void readsDatesInSecondsMillisecondsAndIso(String json, Instant date) {
        Video video = read("{\"id\":\"a\",\"created_at\":" + json + ",\"expires_at\":" + json + "}");

        assertThat(video.createdAt(), is(date));
        assertThat(video.expiresAt(), is(date));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"code\":\"moderation_blocked\",\"message\":\"No.\"} | moderation_blocked | No.",
                "{\"code\":422,\"message\":\"No.\"} | 422 | No.",
                "{\"message\":\"No.\",\"code\":null} | | No.",
                "{\"code\":\"E1\"} | E1 |",
                "\"Out of memory\" | | Out of memory",
                "{\"message\":\"line 1\\nline 2\\u001b[31m\"} | | line 1 line 2 [31m",
            })
    void readsWhyAJobFailed(String json, String code, String message) {
        assertThat(read("{\"id\":\"a\",\"error\":" + json + "}").error(), is(new VideoError(code, message)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "{\"code\":null,\"message\":\"None\"}", "[]", "7"})
    void hasNoErrorIfNothingIsSaid(String json) {
        assertThat(read("{\"id\":\"a\",\"error\":" + json + "}").error(), is(nullValue()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'url':'http://u/','outputs':{'video_url':'http://o/'},'unsigned_urls':['http://x/'] | http://u/",
                "'url':null,'outputs':{'video_url':'https://o/'},'unsigned_urls':['http://x/'] | https://o/",
                "'outputs':{'video_url':null},'unsigned_urls':['http://x/','http://y/'] | http://x/",
                "'url':'/tmp/video.mp4','unsigned_urls':['https://x/'] | https://x/",
                "'url':'file:///etc/passwd' |",
                "'outputs':'http://o/','unsigned_urls':[] |",
                "'unsigned_urls':[7] |",
                "'unsigned_urls':'http://x/' |",
            },
            quoteCharacter = '"')
    void looksForAnotherUrlWhereServersKeepIt(String fields, String url) {
        assertThat(read(("{'id':'a'," + fields + "}").replace('\'', '"')).url(), is(url));
    }

    @Test
    void readsWhatComesInSeveralPiecesAndLeavesItToBeQuoted() {
        String json = "{\"id\":\"a\",\"prompt\":\"" + "long ".repeat(5_000) + "\",\"size\":\"1x1\"}";
        Buffer text = new Buffer().writeUtf8(json);

        Video video = VideoReader.read(text, POLL_AFTER, words -> words).orElseThrow();

        assertThat(video.size(), is("1x1"));
        assertThat(video.prompt(), is("long ".repeat(5_000)));
        assertThat(text.readUtf8(), is(json));
    }

    private static Video read(String json) {
        return tryToRead(json).orElseThrow();
    }

    private static Optional<Video> tryToRead(String json) {
        return VideoReader.read(new Buffer().writeUtf8(json), POLL_AFTER, text -> text);
    }
}
