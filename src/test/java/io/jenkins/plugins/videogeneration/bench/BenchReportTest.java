package io.jenkins.plugins.videogeneration.bench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchReportTest {

    private static final int FEW = 100;
    private static final int MANY = 1000;

    @TempDir
    Path folder;

    @Test
    void aLineHasMedianAndSpreadAndABarItsVerdict() throws IOException {
        try (BenchReport report = new BenchReport("part", folder)) {
            report.figure("requests", "/min", List.of(3.0, 1.0, 2.0));
            report.atMost("few requests", 2, report.median("requests"));
            report.atLeast("many requests", 2.5, report.median("requests"));
        }
        assertThat(
                text(),
                allOf(
                        containsString("| requests | 2.000 | 1.000 to 3.000 | /min |"),
                        containsString("| few requests | at most 2.000 | 2.000 | met |"),
                        containsString("| many requests | at least 2.500 | 2.000 | NOT MET |")));
        JsonNode json = new ObjectMapper().readTree(folder.resolve("part.json").toFile());
        assertThat(json.at("/figures/0/median").asDouble(), is(2.0));
        assertThat(json.at("/bars/1/met").asBoolean(true), is(false));
    }

    @Test
    void whatWasNotMeasuredIsSaidAndKeepsNothingElseFromBeingSaid() throws IOException {
        try (BenchReport report = new BenchReport("part", folder)) {
            WaitingFigures.bars(report, MANY, 10);
            assertThat(report.ratio("one", "other"), is(OptionalDouble.empty()));
        }
        assertThat(text().split("NOT MEASURED", -1).length - 1, is(6));
    }

    @Test
    void eachBarOfWaitingFindsItsFigure() throws IOException {
        try (BenchReport report = new BenchReport("part", folder)) {
            report.figure(WaitingFigures.alone(WaitingFigures.SLEEP), "s", List.of(1.0));
            for (String figure : List.of(
                    WaitingFigures.OWN_THREADS,
                    WaitingFigures.HEAP,
                    WaitingFigures.REQUESTS,
                    WaitingFigures.SLEEP,
                    WaitingFigures.KNOWN,
                    WaitingFigures.KNOWN_P99)) {
                for (String way : List.of(WaitingFigures.STEP, WaitingFigures.ENGINE, WaitingFigures.THREADS)) {
                    report.figure(WaitingFigures.of(FEW, way, figure), "", List.of(1.0));
                    report.figure(WaitingFigures.of(MANY, way, figure), "", List.of(1.0));
                }
            }
            WaitingFigures.slope(report, WaitingFigures.ENGINE, FEW, MANY);
            WaitingFigures.bars(report, MANY, 10);
        }
        assertThat(text(), not(containsString("NOT MEASURED")));
    }

    private String text() throws IOException {
        return Files.readString(folder.resolve("part.md"));
    }
}
