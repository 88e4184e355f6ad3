package io.jenkins.plugins.videogeneration.render;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.jenkins.plugins.videogeneration.api.Text;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElapsedTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 ms",
        "PT0.850S, 850 ms",
        "PT0.999999S, 999 ms",
        "PT1S, 1 s",
        "PT59.9S, 59 s",
        "PT1M, 1 min",
        "PT3M5S, 3 min 5 s",
        "PT30M, 30 min",
        "PT59M59S, 59 min 59 s",
        "PT1H, 1 h",
        "PT2H10M, 2 h 10 min",
        "PT2H0M59S, 2 h",
        "PT50H30M, 50 h 30 min"
    })
    void saysADurationInTwoUnitsAtMost(Duration duration, String words) {
        assertThat(Elapsed.of(duration).words(), is(words));
    }

    @Test
    void saysItInTheLanguageOfTheReader() {
        Text time = Elapsed.of(Duration.ofSeconds(185));

        assertThat(time.in(Locale.JAPANESE), is("3 \u5206 5 \u79d2"));
        assertThat(time.in(Locale.GERMAN), is("3 min 5 s"));
    }
}
