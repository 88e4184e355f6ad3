package io.jenkins.plugins.videogeneration.render;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jenkins.plugins.videogeneration.api.ContentVariant;
import io.jenkins.plugins.videogeneration.api.DownloadedContent;
import io.jenkins.plugins.videogeneration.api.ListQuery;
import io.jenkins.plugins.videogeneration.api.Sha256;
import io.jenkins.plugins.videogeneration.api.VideosException;
import io.jenkins.plugins.videogeneration.simulator.Dialect;
import io.jenkins.plugins.videogeneration.simulator.Fault;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same list as in {@link TwentyPointsTest}: the points that concern the life of a render. */
class TwentyPointsOfRendersTest {

    @TempDir
    Path home;

    @Test
    void point08_aRenderGoesOnOverWordsThatNobodyKnows() {
        Studio studio = new Studio(home);
        studio.wire.status("NOT_START", "unknown", "pondering", "processing");
        assertThat(studio.finish(studio.start()).phase(), is(Phase.DELIVERED));
    }

    @Test
    void point11_aCreateWhoseAnswerIsLostIsLookedUpAndNotRepeated() {
        Studio studio = new Studio(home);
        studio.simulator.inject(Operation.CREATE, 1, Fault.answerLost());
        assertThat(studio.finish(studio.start()).phase(), is(Phase.DELIVERED));
        assertThat(studio.simulator.count(Operation.CREATE), is(1L));
    }

    @Test
    void point12_theIdFromTheCreateIsTheIdWhateverAPollSays() throws IOException {
        DialectStudio studio = new DialectStudio(Dialect.named("litellm"), home);
        RenderRecord record =
                studio.result(studio.start(DialectStudio.request("A cat")).outcome());
        assertThat(record.videoId(), startsWith("video_"));
        assertThat(
                record.videoId(),
                not(is(studio.result(studio.client.retrieve(record.videoId())).id())));
        List<String> asked = studio.paths().stream()
                .filter(path -> path.contains("/videos/video_"))
                .toList();
        assertThat(
                asked,
                everyItem(containsString(record.videoId().replace("=", "").substring(0, 60))));
    }

    @Test
    void point12_failuresInARowAreToleratedAndTheServersWaitIsKept() {
        Studio studio = new Studio(home);
        studio.wire.header(Wire.Kind.POLL, "openai-poll-after-ms", "17000");
        studio.simulator.inject(Operation.RETRIEVE, 3, Fault.status(503));
        assertThat(studio.finish(studio.start()).phase(), is(Phase.DELIVERED));
        assertThat(studio.time.delays(), hasItem(Duration.ofSeconds(17)));
    }

    @Test
    void point13_aFilesNameIsNeverMadeOfAnId() {
        Studio studio = new Studio(home);
        studio.wire.rewrite(Wire.Kind.SUBMIT, 1, "\"id\":\"[^\"]+\"", "\"id\":\"../../etc/passwd\"");
        studio.wire.rewrite(Wire.Kind.POLL, 1000, ".*", "{\"id\":\"x\",\"status\":\"completed\"}");
        studio.wire.replace(Wire.Kind.CONTENT, 1000, "video/mp4", Mp4s.small());
        studio.start();
        studio.runOut();
        assertThat(
                studio.fetchedFiles().stream()
                        .filter(name -> name.contains("passwd"))
                        .toList(),
                is(List.of()));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404})
    void point14_contentThatIsNotReadyIsAskedForAgainWithoutAVariantAndNeverRenderedAgain(int status) {
        Studio studio = new Studio(home);
        studio.simulator.inject(Operation.DOWNLOAD_CONTENT, 2, Fault.status(status));
        studio.finish(studio.start());
        assertThat(studio.simulator.count(Operation.CREATE), is(1L));
        assertThat(studio.simulator.count(Operation.DOWNLOAD_CONTENT), is(3L));
    }

    @Test
    void point15_aTransferThatBreaksOffGoesOnWhereItWas() throws IOException {
        DialectStudio studio = new DialectStudio(Dialect.named("reference"), home);
        String id = studio.finished();
        Path file = home.resolve("whole.mp4");
        DownloadedContent whole = studio.result(studio.client.downloadContent(id, ContentVariant.VIDEO, file));
        studio.simulator.inject(Operation.DOWNLOAD_CONTENT, 1, Fault.cutAfter(100_000));
        Path resumed = home.resolve("resumed.mp4");
        DownloadedContent content = studio.result(studio.client.downloadContent(id, ContentVariant.VIDEO, resumed));
        assertThat(content.sha256(), is(whole.sha256()));
        assertThat(Sha256.of(resumed), is(whole.sha256()));
        assertThat(
                studio.requests.stream()
                        .map(request -> String.valueOf(request.header("Range")))
                        .toList(),
                hasItem("bytes=100000-"));
    }

    @Test
    void point15_jsonWhereAVideoShouldBeIsNotDelivered() {
        DialectStudio studio = new DialectStudio(Dialect.named("litellm"), home);
        String id = studio.result(studio.client.create(DialectStudio.request("A cat")))
                .id();
        Path file = home.resolve("early.mp4");
        VideosException e = assertThrows(
                VideosException.NotAVideosApi.class,
                () -> studio.result(studio.client.downloadContent(id, ContentVariant.VIDEO, file)));
        assertThat(e.getMessage(), containsString("The video is not ready"));
        assertThat(Files.exists(file), is(false));
    }

    @Test
    void point15_halfAFileIsNotDelivered() {
        DialectStudio studio = new DialectStudio(Dialect.named("aquiles"), home);
        String id = studio.result(studio.client.create(DialectStudio.request("A cat")))
                .id();
        Path file = home.resolve("early.mp4");
        RenderRecord record = Records.waiting();
        DownloadedContent half = studio.result(studio.client.downloadContent(id, ContentVariant.VIDEO, file));
        assertThrows(RenderException.class, () -> Mp4Inspector.inspect(half, record));
    }

    @Test
    void point15_contentWithinJsonIsUnpacked() throws IOException {
        DialectStudio studio = new DialectStudio(Dialect.named("trtllm"), home);
        String id = studio.finished();
        Path file = home.resolve("video.mp4");
        DownloadedContent content = studio.result(studio.client.downloadContent(id, ContentVariant.VIDEO, file));
        assertThat(content.contentType(), is("video/mp4"));
        assertThat(content.sha256(), is(Sha256.of(file)));
        assertThat(new String(Files.readAllBytes(file), 4, 4, StandardCharsets.US_ASCII), is("ftyp"));
    }

    /** The simulated store refuses whoever brings a key to it. */
    @ParameterizedTest
    @CsvSource({"sglang, false", "gateway, false", "azure, true"})
    void point16_onAnotherOriginNoKeyIsSent(String dialect, boolean ownOrigin) {
        DialectStudio studio = new DialectStudio(Dialect.named(dialect), home);
        RenderRecord record =
                studio.result(studio.start(DialectStudio.request("A cat")).outcome());
        assertThat(record.phase(), is(Phase.DELIVERED));
        assertThat(
                studio.requests.stream()
                        .anyMatch(request -> request.url().host().startsWith("signed-files.")),
                is(!ownOrigin));
    }

    @Test
    void point16_anAddressThatMayBeSignedIsNotWrittenDown() throws IOException {
        DialectStudio studio = new DialectStudio(Dialect.named("sglang"), home);
        studio.result(studio.start(DialectStudio.request("A cat")).outcome());
        String provenance = Files.readString(studio.shelf.file("cat.mp4.json"));
        assertThat(provenance, not(containsString("signature")));
        assertThat(studio.listener.events().toString(), not(containsString("signature")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vllm-omni", "trtllm", "unsloth"})
    void point20_anAbortCancelsWhereDeleteDoesThat(String dialect) {
        DialectStudio studio = new DialectStudio(Dialect.named(dialect), home);
        RunningRender render = studio.start(DialectStudio.request("A cat"));
        render.cancel();
        studio.runOut();
        assertThat(studio.listener.events(), hasItem(containsString(" deleted")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"litellm", "new-api"})
    void point20_anAbortSaysSoWhereThereIsNoDelete(String dialect) {
        DialectStudio studio = new DialectStudio(Dialect.named(dialect), home);
        RunningRender render = studio.start(DialectStudio.request("A cat"));
        render.cancel();
        studio.runOut();
        assertThat(studio.listener.events(), hasItem(containsString("This service does not support it")));
    }

    @Test
    void point09_aRenderThatFailsBehindAnHttpErrorTellsTheServersReason() {
        DialectStudio studio = new DialectStudio(Dialect.named("vllm-omni"), home);
        RunningRender render = studio.start(DialectStudio.request(DialectStudio.FAILING_PROMPT));
        RenderException e = assertThrows(RenderException.class, () -> studio.result(render.outcome()));
        assertThat(e.getMessage(), containsString("The render failed on the server. (500)"));
    }

    @Test
    void point11_aSecondRenderIsRefusedForNowAndWaitsItsTurn() {
        DialectStudio studio = new DialectStudio(Dialect.named("unsloth"), home);
        studio.result(studio.client.create(DialectStudio.request("A cat")));
        RenderRecord record =
                studio.result(studio.start(DialectStudio.request("A dog")).outcome());
        assertThat(record.phase(), is(Phase.DELIVERED));
    }

    @Test
    void point11_aQuotaOfTwoAMinuteIsWaitedFor() {
        DialectStudio studio = new DialectStudio(Dialect.named("azure"), home);
        for (int i = 0; i < 5; i++) {
            studio.result(studio.client.create(DialectStudio.request("Cat " + i)));
        }
        assertThat(
                studio.result(studio.client.list(ListQuery.newest())).videos().size(), is(5));
    }

    @Test
    void point10_moderationReadsAsOne() {
        Studio studio = new Studio(home);
        studio.simulator.inject(
                Operation.RETRIEVE,
                1,
                Fault.answer(
                        200,
                        Map.of("content-type", "application/json"),
                        "{\"id\":\"v\",\"status\":\"failed\",\"error\":{\"code\":\"moderation_blocked\",\"message\":\"No\"}}"));
        assertThat(studio.failure(studio.start()).failure().advice(), containsString("moderation"));
    }
}
