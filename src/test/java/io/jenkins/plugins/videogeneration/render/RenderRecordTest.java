package io.jenkins.plugins.videogeneration.render;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.videogeneration.api.Text;
import io.jenkins.plugins.videogeneration.api.VirtualTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RenderRecordTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<RenderRecord> records() {
        return Records.all();
    }

    @ParameterizedTest
    @MethodSource("records")
    void isTheSameAfterBeingWrittenAndRead(RenderRecord record) throws IOException {
        RenderRecord read = RecordJson.readRecord(RecordJson.write(record));
        assertThat(read, is(record));
        assertThat(read.request().fingerprint(), is(record.request().fingerprint()));
        assertThat(List.copyOf(read.request().fields().keySet()), is(List.of("prompt", "model", "size", "seconds")));
    }

    @Test
    void canBeReadWhenALaterVersionHasWrittenMore() throws IOException {
        ObjectNode later = (ObjectNode) JSON.readTree(RecordJson.write(Records.delivered()));
        later.put("price", 1.5);
        ((ObjectNode) later.get("request")).put("priority", "high");
        ((ObjectNode) later.get("file")).putObject("colours").put("space", "bt709");
        ((ObjectNode) later.get("history").get(0)).put("progress", 3);
        assertThat(RecordJson.readRecord(JSON.writeValueAsBytes(later)), is(Records.delivered()));
    }

    @Test
    void isWrittenForPeopleAndOtherTools() throws IOException {
        ObjectNode json = (ObjectNode) JSON.readTree(RecordJson.write(Records.fetched()));
        assertThat(json.get("intendedAt").textValue(), is("2026-11-01T12:00:00Z"));
        assertThat(json.get("pollInterval").textValue(), is("PT10S"));
        assertThat(json.get("phase").textValue(), is("FETCHING"));
        assertThat("what is unknown is left out", json.has("deliveredAt"), is(false));
        assertThat("what follows from the rest is left out", json.has("status"), is(false));
        assertThat(json.get("request").has("fingerprint"), is(false));
        assertThat(
                new String(RecordJson.write(Records.fetched()), StandardCharsets.UTF_8)
                                .lines()
                                .count()
                        > 10,
                is(true));
    }

    @Test
    void whatIsNoRecordIsNotRead() {
        assertThrows(IOException.class, () -> RecordJson.readRecord("null".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void beginsWithADeadlineAndNothingElseKnown() {
        RenderRecord record = Records.intended();
        assertThat(Duration.between(record.intendedAt(), record.deadline()), is(Studio.TIMEOUT));
        assertThat(record.videoId(), is(nullValue()));
        assertThat(record.status(), is(nullValue()));
        assertThat(record.phase().isFinal(), is(false));
    }

    @Test
    void keepsTheIdWhateverBecomesOfIt() {
        assertThat(Records.failed().videoId(), is("video_1"));
        assertThat(Records.waiting().in(Phase.CANCELLED).videoId(), is("video_1"));
    }

    @Test
    void itsHistoryCannotBeChangedFromOutside() {
        List<StatusChange> history = Records.waiting().history();
        assertThrows(UnsupportedOperationException.class, () -> history.remove(0));
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void aPhaseIsFinalWhenNothingFollows(Phase phase) {
        boolean ended = List.of(Phase.DELIVERED, Phase.FAILED, Phase.CANCELLED).contains(phase);
        assertThat(phase.isFinal(), is(ended));
    }

    @Test
    void canGoOnUnlessItWasDeliveredOrCancelledOrTheServiceEndedIt() {
        assertThat(Records.waiting().canGoOn(), is(true));
        assertThat("it failed here, not at the service", Records.failed().canGoOn(), is(true));
        assertThat(Records.delivered().canGoOn(), is(false));
        assertThat(Records.waiting().in(Phase.CANCELLED).canGoOn(), is(false));
        RenderRecord refused = Records.submitted()
                .reported(Records.answer("rejected"), VirtualTime.START)
                .failed(new RenderFailure("No.", "Ask for something else."));
        assertThat(refused.canGoOn(), is(false));
        RenderFailure notTaken =
                new RenderFailure(Text.verbatim("No."), Text.verbatim("Ask for something else."), true);
        assertThat(Records.intended().failed(notTaken).canGoOn(), is(false));
        assertThrows(IllegalStateException.class, () -> refused.goingOn(VirtualTime.START, Studio.POLL));
    }

    @Test
    void goesOnFromWhatIsKnown() {
        Instant deadline = VirtualTime.START.plusSeconds(7200);
        RenderRecord goingOn = Records.failed().goingOn(deadline, Duration.ofSeconds(5));
        assertThat(goingOn.phase(), is(Phase.WAITING));
        assertThat(goingOn.deadline(), is(deadline));
        assertThat(goingOn.pollInterval(), is(Duration.ofSeconds(5)));
        assertThat(goingOn.videoId(), is("video_1"));
        assertThat(goingOn.failure(), is(nullValue()));
        assertThat(goingOn.history(), is(Records.failed().history()));
        RenderFailure failure = new RenderFailure("Full.", "Make space.");
        assertThat(
                Records.intended()
                        .failed(failure)
                        .goingOn(deadline, Studio.POLL)
                        .phase(),
                is(Phase.INTENDED));
        assertThat(
                Records.fetched().failed(failure).goingOn(deadline, Studio.POLL).phase(), is(Phase.FETCHING));
    }

    @Test
    void saysInAFewWordsHowFarItIs() {
        assertThat(Records.intended().describe().words(), is("intended"));
        assertThat(Records.waiting().describe().words(), is("video_1 in_progress 40 %"));
        assertThat(Records.delivered().describe().words(), is("delivered"));
    }

    @Test
    void tellsInAnyLanguageWhyItFailedLongAfterwards() throws IOException {
        Text broken = Text.of("render.Mp4Inspector.damaged", "it's short");
        Text sent = Text.of("render.Mp4Inspector.unusable", "video_1", 12, "video/mp4", broken);
        RenderRecord failed =
                Records.waiting().failed(new RenderFailure(sent, Text.of("render.Mp4Inspector.again"), false));

        RenderFailure read = RecordJson.readRecord(RecordJson.write(failed)).failure();

        assertThat(read, is(failed.failure()));
        assertThat(
                read.message(),
                is("What the service sent as video_1 (12 bytes of video/mp4) is a damaged MP4 (it's short)"));
        assertThat(
                read.problem().in(Locale.GERMAN),
                is(
                        "Was der Dienst als video_1 geschickt hat (12 Byte video/mp4), ist ein besch\u00e4digtes MP4 (it's short)"));
    }

    @Test
    void textsWithQuotesAndForeignLettersSurvive() throws IOException {
        RenderRecord read = RecordJson.readRecord(RecordJson.write(Records.failed()));
        assertThat(read.failure().message(), containsString("\"no\" \u2014 twice"));
        assertThat(read.failure().message(), not(containsString("\\")));
    }
}
