package io.jenkins.plugins.videogeneration.simulator;

import static io.jenkins.plugins.videogeneration.simulator.ErrorMatchers.assertError;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadContentTest {

    private final Bench bench = new Bench();

    @Test
    void thereIsNoContentBeforeTheRenderIsCompleted() throws IOException {
        String path = content(bench.create("{'prompt':'A cat'}"));
        assertError(bench.client.get(path), 404, null);
        bench.clock.turn(Bench.QUEUE);
        assertError(bench.client.get(path), 404, null);
        bench.clock.turn(Bench.RENDER);
        assertThat(bench.client.get(path).status(), is(200));
    }

    @Test
    void thereIsNoContentAfterItHasExpired() throws IOException {
        String id = bench.completed("{'prompt':'A cat'}");
        bench.clock.turn(Duration.ofMinutes(59));
        assertThat(bench.client.get(content(id)).status(), is(200));
        bench.clock.turn(Duration.ofMinutes(1));
        assertError(bench.client.get(content(id)), 404, null);
        assertThat(bench.retrieve(id).get("status").textValue(), is("completed"));
    }

    @Test
    void unknownIdsAndVariantsAreRefused() throws IOException {
        String id = bench.completed("{'prompt':'A cat'}");
        assertError(bench.client.get(content("video_none")), 404, null);
        assertError(bench.client.get(content(id) + "?variant=poster"), 400, "variant");
        assertError(bench.client.get(content(id) + "?variant="), 400, "variant");
    }

    @Test
    void theVideoIsAnMp4AndTheSameEveryTime() throws IOException {
        String id = bench.completed("{'prompt':'A cat','size':'1280x720'}");
        ApiClient.Answer first = bench.client.get(content(id));
        assertThat(first.headers().get("content-type"), is("video/mp4"));
        assertThat(first.headers().get("content-length"), is(Integer.toString(first.body().length)));
        assertThat(first.headers().get("accept-ranges"), is("bytes"));
        assertThat(new String(first.body(), 4, 4, StandardCharsets.US_ASCII), is("ftyp"));
        ApiClient.Answer second = bench.client.get(content(id) + "?variant=video");
        assertThat(Arrays.equals(second.body(), first.body()), is(true));
        assertThat(second.headers().get("etag"), is(first.headers().get("etag")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"thumbnail", "spritesheet"})
    void picturesAreWhatTheirContentTypeSays(String variant) throws IOException {
        String id = bench.completed("{'prompt':'A cat'}");
        ApiClient.Answer answer = bench.client.get(content(id) + "?variant=" + variant);
        assertThat(answer.headers().get("content-type"), is("image/jpeg"));
        assertThat(Arrays.copyOf(answer.body(), 3), is(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(answer.body()));
        assertThat(image, is(notNullValue()));
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-99,     0,  100",
        "bytes=100-199,  100, 200",
        "bytes=50-,      50, -1",
        "bytes=-70,      -70, -1",
        "bytes=0-999999999, 0, -1",
    })
    void aPartOfTheVideoCanBeHad(String range, int from, int to) throws IOException {
        String id = bench.completed("{'prompt':'A cat'}");
        byte[] whole = bench.client.get(content(id)).body();
        int first = from < 0 ? whole.length + from : from;
        int end = to < 0 ? whole.length : to;
        ApiClient.Answer part =
                bench.client.send(bench.client.request(content(id)).header("Range", range));
        assertThat(part.status(), is(206));
        assertThat(part.headers().get("content-range"), is("bytes " + first + "-" + (end - 1) + "/" + whole.length));
        assertThat(part.headers().get("content-length"), is(Integer.toString(end - first)));
        assertThat(Arrays.equals(part.body(), Arrays.copyOfRange(whole, first, end)), is(true));
    }

    @Test
    void aPartBehindTheEndIsRefused() throws IOException {
        String id = bench.completed("{'prompt':'A cat'}");
        int length = bench.client.get(content(id)).body().length;
        for (String range : new String[] {"bytes=" + length + "-", "bytes=-0", "bytes=" + length + "-" + length}) {
            ApiClient.Answer part =
                    bench.client.send(bench.client.request(content(id)).header("Range", range));
            assertThat(range, part.status(), is(416));
            assertThat(part.headers().get("content-range"), is("bytes */" + length));
            assertThat(part.body().length, is(0));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=-", "bytes=5-2", "bytes=0-1,5-6", "items=0-1", "bytes=a-b", "nonsense"})
    void aRangeThatIsNotUnderstoodIsIgnored(String range) throws IOException {
        String id = bench.completed("{'prompt':'A cat'}");
        assertThat(
                bench.client
                        .send(bench.client.request(content(id)).header("Range", range))
                        .status(),
                is(200));
    }

    @Test
    void aPartOfAnotherFileIsNotHandedOut() throws IOException {
        String id = bench.completed("{'prompt':'A cat'}");
        String other = bench.completed("{'prompt':'A dog'}");
        String etag = bench.client.get(content(id)).headers().get("etag");
        assertThat(bench.client.get(content(other)).headers().get("etag"), is(not(etag)));
        assertThat(resume(id, etag).status(), is(206));
        assertThat(resume(other, etag).status(), is(200));
    }

    @Test
    void aVideoThatWasDroppedFromTheCacheIsMadeAgainTheSame() throws IOException {
        Limits noCache = new Limits(1000, 1000, 10, Duration.ofHours(1), 10, 1);
        Bench forgetful = new Bench(SimulatorSettings.defaults().withLimits(noCache));
        String id = forgetful.completed("{'prompt':'A cat'}");
        byte[] first = forgetful.client.get(content(id)).body();
        assertThat(Arrays.equals(forgetful.client.get(content(id)).body(), first), is(true));
    }

    private ApiClient.Answer resume(String id, String etag) throws IOException {
        return bench.client.send(
                bench.client.request(content(id)).header("Range", "bytes=10-").header("If-Range", etag));
    }

    private static String content(String id) {
        return "/videos/" + id + "/content";
    }
}
