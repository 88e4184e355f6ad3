package io.jenkins.plugins.videogeneration.render;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.jenkins.plugins.videogeneration.api.InvalidRequestException;
import io.jenkins.plugins.videogeneration.api.VideosException;
import io.jenkins.plugins.videogeneration.simulator.Dialect;
import io.jenkins.plugins.videogeneration.simulator.Fault;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import io.jenkins.plugins.videogeneration.simulator.PromptRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@WithEveryDialect
class FailedRenderTest {

    @Parameter
    Dialect dialect;

    @TempDir
    Path home;

    @Test
    void aModeratedRenderEndsWithTheServicesWordsAndIsNotFetched() {
        Studio studio = new Studio(home, dialect, new PromptRule("cat", PromptRule.Effect.MODERATION_BLOCKED));
        boolean coded = DialectStudio.hasErrorCodes(dialect);
        RenderFailure failure = studio.failure(studio.start()).failure();
        RenderRecord record = studio.journal.onDisk();
        assertThat(
                failure.message(),
                allOf(
                        containsString(record.videoId()),
                        containsString("'failed'"),
                        containsString("The request was blocked by the moderation system."
                                + (coded ? " (moderation_blocked)" : ""))));
        assertThat(failure.advice(), containsString("moderation refuses"));
        assertThat(record.phase(), is(Phase.FAILED));
        assertThat(record.failure(), is(failure));
        assertThat(studio.simulator.count(Operation.DOWNLOAD_CONTENT), is(0L));
        assertThat(studio.simulator.count(Operation.CREATE), is(1L));
        assertThat(studio.shelf.deliveries(), is(empty()));
    }

    @Test
    void aRenderThatBreaksAtTheServiceEndsWithTheServicesWords() {
        Studio studio = new Studio(home, dialect, new PromptRule("cat", PromptRule.Effect.JOB_FAILS));
        RenderFailure failure = studio.failure(studio.start()).failure();
        assertThat(
                failure.message(),
                containsString("The render failed on the server."
                        + (DialectStudio.hasErrorCodes(dialect) ? " (server_error)" : "")));
        assertThat(failure.advice(), not(containsString("moderation")));
        assertThat(studio.wire.count(Wire.Kind.CONTENT), is(0L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancelled", "expired", "rejected", "deleted"})
    void eachFinalStatusThatIsNoSuccessEndsTheRender(String status) {
        Studio studio = new Studio(home, dialect);
        studio.wire.status(status);
        RenderFailure failure = studio.failure(studio.start()).failure();
        assertThat(failure.message(), containsString("'" + status + "': no reason given"));
        assertThat(studio.wire.count(Wire.Kind.POLL), is(1L));
        assertThat(studio.wire.count(Wire.Kind.CONTENT), is(0L));
    }

    @Test
    void aFailedJobBehindAnHttpErrorIsTheEndToo() {
        Studio studio = new Studio(home, dialect);
        String body = "{\"id\":\"v\",\"status\":\"failed\",\"error\":{\"code\":507,\"message\":\"out of memory\"}}";
        studio.simulator.inject(
                Operation.RETRIEVE, 1, Fault.answer(500, Map.of("content-type", "application/json"), body));
        assertThat(studio.failure(studio.start()).getMessage(), containsString("out of memory (507)"));
        assertThat(studio.wire.count(Wire.Kind.POLL), is(1L));
    }

    @Test
    void aRefusedRequestIsNotRepeatedAndKeepsItsCause() {
        Studio studio = new Studio(home, dialect);
        studio.simulator.inject(Operation.CREATE, 1, Fault.status(400));
        RenderException failure = studio.failure(studio.start());
        assertThat(failure.getMessage(), containsString("POST " + dialect.basePath() + "/videos: HTTP 400"));
        assertThat(failure.getCause() instanceof VideosException.BadRequest, is(true));
        assertThat(studio.wire.seen(), is(List.of(Wire.Kind.SUBMIT)));
        assertThat(studio.journal.onDisk().phase(), is(Phase.FAILED));
        assertThat(studio.journal.onDisk().videoId(), is(nullValue()));
    }

    @Test
    void theListenerHearsOfTheFailureOnceAndLast() {
        Studio studio = new Studio(home, dialect, new PromptRule("cat", PromptRule.Effect.JOB_FAILS));
        studio.failure(studio.start());
        assertThat(
                studio.listener.kinds().indexOf("failed"),
                is(studio.listener.kinds().size() - 1));
    }

    @Test
    void aKeyThatTheServiceQuotesIsWrittenNowhere() throws IOException {
        Studio studio = new Studio(home, dialect);
        studio.simulator.inject(
                Operation.CREATE, 1, Fault.answer(401, Map.of(), "Incorrect key provided: " + Studio.KEY));
        // to a service without keys nothing is secret
        boolean secret = DialectStudio.hasKeys(dialect);
        RenderException failure = studio.failure(studio.start());
        assertThat(failure.getMessage(), containsString("Incorrect key provided: " + (secret ? "****" : Studio.KEY)));
        String journal = Files.readString(home.resolve("journal").resolve("render.json"));
        assertThat(journal.contains(Studio.KEY), is(!secret));
        assertThat(studio.listener.events().toString().contains(Studio.KEY), is(!secret));
    }

    @ParameterizedTest
    @MethodSource("reasonsNotToSend")
    void whatWasNotSentLeavesNothingBehind(RuntimeException reason) {
        Studio studio = new Studio(home, dialect);
        studio.client = () -> {
            throw reason;
        };
        RenderException failure = studio.failure(studio.start());
        assertThat(failure.getMessage(), is(reason.getMessage()));
        assertThat(failure.failure().advice(), is("Nothing was sent, and nothing was paid."));
        assertThat(failure.getCause(), is(reason));
        assertThat(studio.wire.seen(), is(empty()));
        assertThat(studio.journal.onDisk().isOpen(), is(false));
        assertThat(studio.journal.onDisk().failure().nothingRuns(), is(true));
    }

    static Stream<RuntimeException> reasonsNotToSend() {
        return Stream.of(
                new RenderException("The credential 'video-key' is gone", "Add it again."),
                new InvalidRequestException("input_reference", "can't be sent"),
                new UncheckedIOException(new IOException("the upload is gone")));
    }
}
