package io.jenkins.plugins.videogeneration.simulator.media;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestCardTest {

    @ParameterizedTest
    @CsvSource({"15,16", "16,14", "17,16", "16,4098", "0,0", "-16,16"})
    void sidesAreEvenAndWithinBounds(int width, int height) {
        assertThat(TestCard.canHaveSize(width, height), is(false));
        assertThrows(IllegalArgumentException.class, () -> card(width, height, Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @CsvSource({"0", "-1000", "600001"})
    void theDurationIsWithinBounds(long millis) {
        assertThrows(IllegalArgumentException.class, () -> card(16, 16, Duration.ofMillis(millis)));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "999,1", "1000,1", "1001,2", "12000,12", "600000,600"})
    void thePicturesAreShownExactlyAsLongAsTheVideo(int millis, int pictures) {
        TestCard card = card(16, 16, Duration.ofMillis(millis));
        assertThat(card.pictures(), is(pictures));
        assertThat(IntStream.range(0, pictures).map(card::shownMillis).sum(), is(millis));
    }

    @Test
    void theBoundsThemselvesAreAllowed() {
        assertThat(TestCard.canHaveSize(16, TestCard.MAX_SIDE), is(true));
        assertThat(card(16, 16, Duration.ofMillis(1)).pictures(), is(1));
    }

    private static TestCard card(int width, int height, Duration duration) {
        return new TestCard("id", "prompt", "model", width, height, duration, Instant.EPOCH);
    }
}
