package io.jenkins.plugins.videogeneration.budget;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jenkins.plugins.videogeneration.render.Cost;
import io.jenkins.plugins.videogeneration.render.RenderException;
import io.jenkins.plugins.videogeneration.service.LimitScope;
import io.jenkins.plugins.videogeneration.service.Limits;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<LimitScope> TWO_A_DAY = List.of(new LimitScope(null, Limits.perDay(2)));
    private static final List<LimitScope> ONE_DOLLAR_A_DAY = List.of(new LimitScope(null, Limits.costPerDay("1")));

    @TempDir
    private Path folder;

    /** An hour before midnight in Berlin. */
    private Instant now = Instant.parse("2026-11-23T22:00:00Z");

    @Test
    void refusesWhatIsTooMuchWithTheLimitTheUseAndTheWayOut() {
        Ledger ledger = ledger();
        ledger.enter(charge("a"), TWO_A_DAY);
        ledger.enter(charge("b"), TWO_A_DAY);

        RenderException refusal = assertThrows(RenderException.class, () -> ledger.enter(charge("c"), TWO_A_DAY));

        assertThat(
                refusal.getMessage(),
                is("The limit of this Jenkins for 'studio' is 2 renders a day, and 2 were asked for today"));
        assertThat(
                refusal.failure().advice(),
                allOf(
                        containsString("Nothing was sent. The next day begins at 2026-11-24 00:00 Europe/Berlin."),
                        containsString("An administrator can raise the limit in Manage Jenkins")));
    }

    @Test
    void theDayEndsAtMidnightOfItsZone() throws IOException {
        Ledger ledger = ledger();
        ledger.enter(charge("a"), TWO_A_DAY);
        ledger.enter(charge("b"), TWO_A_DAY);
        now = now.plus(Duration.ofHours(1));

        ledger.enter(charge("c"), TWO_A_DAY);

        assertThat(ledger.sums(job -> true).today().renders(), is(1));
        assertThat(ledger.sums(job -> true).all().renders(), is(3));
    }

    @Test
    void whatIsTakenBackIsFreeAgainAlsoAfterMidnight() throws IOException {
        Ledger ledger = ledger();
        var day = ledger.enter(charge("a"), TWO_A_DAY);
        ledger.enter(charge("b"), TWO_A_DAY);
        ledger.takeBack(charge("a"), day);
        ledger.enter(charge("c"), TWO_A_DAY);
        now = now.plus(Duration.ofHours(2));
        ledger.takeBack(charge("c"), day);

        assertThat(ledger.sums(job -> true).all().renders(), is(1));
    }

    @Test
    void aDayThatIsOverIsReadOnce() throws IOException {
        Ledger ledger = ledger();
        ledger.enter(charge("a"), TWO_A_DAY);
        ledger.enter(charge("b"), TWO_A_DAY);
        now = now.plus(Duration.ofHours(2));
        assertThat(ledger.sums(job -> true).all().renders(), is(2));

        Files.writeString(folder.resolve("2026-11-23.jsonl"), "");
        assertThat("it is not read again", ledger.sums(job -> true).all().renders(), is(2));

        ledger.takeBack(charge("a"), LocalDate.parse("2026-11-23"));
        assertThat("unless it has changed", ledger.sums(job -> true).all().renders(), is(0));
    }

    @Test
    void aRestartForgetsNothingAndCountsNothingTwice() {
        ledger().enter(charge("a"), TWO_A_DAY);

        Ledger restarted = ledger();
        restarted.enter(charge("a"), TWO_A_DAY);
        restarted.enter(charge("b"), TWO_A_DAY);

        assertThrows(RenderException.class, () -> ledger().enter(charge("c"), TWO_A_DAY));
    }

    @Test
    void aLineThatACrashCutOffSpoilsNoOther() throws IOException {
        ledger().enter(charge("a"), TWO_A_DAY);
        Files.writeString(folder.resolve("2026-11-23.jsonl"), "{\"key\":\"b", StandardOpenOption.APPEND);

        Ledger restarted = ledger();
        restarted.enter(charge("c"), TWO_A_DAY);

        assertThat(ledger().sums(job -> true).today().renders(), is(2));
    }

    @Test
    void addsUpCostsExactly() throws IOException {
        Ledger ledger = ledger();
        for (int i = 0; i < 10; i++) {
            ledger.enter(charge("render-" + i, "0.1"), ONE_DOLLAR_A_DAY);
        }

        RenderException refusal =
                assertThrows(RenderException.class, () -> ledger.enter(charge("more", "0.001"), ONE_DOLLAR_A_DAY));

        assertThat(
                refusal.getMessage(),
                is("The limit of this Jenkins for 'studio' is 1 USD a day. 1 USD are spent today, and this render is"
                        + " estimated to cost 0.001 USD"));
        assertThat(ledger.sums(job -> true).today().costs(), contains(new Cost(BigDecimal.ONE, "USD")));
    }

    @Test
    void aCostThatIsNotKnownIsRefusedWhereCostIsLimited() {
        RenderException refusal =
                assertThrows(RenderException.class, () -> ledger().enter(charge("a"), ONE_DOLLAR_A_DAY));

        assertThat(refusal.getMessage(), containsString("what this render would cost is not known"));
        assertThat(refusal.failure().advice(), containsString("enter a price"));
    }

    @Test
    void aFolderCountsWhatItsOwnJobsAskFor() {
        List<LimitScope> scopes =
                List.of(new LimitScope(null, Limits.perDay(3)), new LimitScope("team", Limits.perDay(1)));
        Ledger ledger = ledger();
        ledger.enter(new Charge("a", "elsewhere", null, false), TWO_A_DAY);
        ledger.enter(new Charge("b", "team/boat", null, false), scopes);

        RenderException refusal = assertThrows(
                RenderException.class, () -> ledger.enter(new Charge("c", "team/cat", null, false), scopes));

        assertThat(refusal.getMessage(), containsString("The limit of the folder 'team' for 'studio' is 1 renders"));
        assertThat(refusal.failure().advice(), containsString("Whoever may configure the folder 'team'"));
    }

    private Ledger ledger() {
        return new Ledger("studio", folder, () -> now, BERLIN);
    }

    private static Charge charge(String key) {
        return new Charge(key, "boat", null, false);
    }

    private static Charge charge(String key, String amount) {
        return new Charge(key, "boat", new Cost(new BigDecimal(amount), "USD"), false);
    }
}
