package io.jenkins.plugins.videogeneration.step;

import static io.jenkins.plugins.videogeneration.fixture.Builds.assertNoStackTrace;
import static io.jenkins.plugins.videogeneration.fixture.Builds.errorLines;
import static io.jenkins.plugins.videogeneration.fixture.Eventually.assertEventually;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyIterable;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertAll;

import hudson.model.Result;
import hudson.model.queue.QueueTaskFuture;
import io.jenkins.plugins.videogeneration.api.FaultTable;
import io.jenkins.plugins.videogeneration.api.ScriptedService;
import io.jenkins.plugins.videogeneration.fixture.Branches;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.service.VideoService;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.hamcrest.Matcher;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/**
 * Every fault of the table in docs/faults.md befalls every step in a pipeline, and the console says what the table says.
 * There is a build for each fault, in which each step has a branch and a service of its own.
 */
@WithJenkins
class ConsoleFaultsTest {

    private static final String ASKS_FOR_A_DAY = "HTTP 429 with Retry-After: 86400";

    /** Faults that befall a request before the service reads it, so that nobody there can count it. */
    private static final Set<String> OF_THE_WAY = Set.of(
            "nobody listens",
            "the name is not known",
            "TLS fails",
            "the proxy wants a password",
            "the proxy wants a password for TLS",
            "the proxy refuses the way",
            "reset before the request is read");

    /** So that it has to be asked. */
    private static final Duration RENDER_TIME = Duration.ofSeconds(1);

    private final TestService behind = TestService.rendersIn(RENDER_TIME);
    private final List<FaultyService> services = new ArrayList<>();
    private Builds builds;
    private String video;

    @BeforeEach
    void start(JenkinsRule jenkins) throws Exception {
        builds = new Builds(jenkins);
        Settings.services(behind.configured());
        WorkflowRun run = builds.succeed("echo \"as ${generateVideo(prompt: 'A sea', pollSeconds: 1).id}\"");
        video = Builds.console(run).replaceAll("(?s).*\nas (\\S+)\n.*", "$1");
    }

    @AfterEach
    void stop() {
        services.forEach(FaultyService::close);
        behind.close();
    }

    @Test
    void ofEachStep() throws Exception {
        befall(ConsoleFaultsTest::isOver);
        long before = behind.posts();

        Map<FaultTable.Row, List<FaultyService>> byFault =
                services.stream().collect(Collectors.groupingBy(FaultyService::row));
        Map<FaultTable.Row, QueueTaskFuture<WorkflowRun>> running = new HashMap<>();
        for (FaultTable.Row row : byFault.keySet()) {
            running.put(row, builds.pipeline(script(byFault.get(row))).scheduleBuild2(0));
        }
        List<Executable> checks = new ArrayList<>();
        for (FaultTable.Row row : byFault.keySet()) {
            WorkflowRun run = running.get(row).get();
            Branches console = Branches.of(run);
            checks.add(() -> assertNoStackTrace(run));
            byFault.get(row).forEach(each -> checks.add(() -> assertTold(each, console.lines(each.name()))));
        }
        assertAll(checks);
        assertThat(behind.posts() - before, is(count(FaultedStep.ASK_FOR_A_NEW_ONE, FaultedStep.FETCH_A_NEW_ONE)));
        for (Operation other : Set.of(Operation.EXTEND, Operation.EDIT, Operation.REMIX, Operation.CREATE_CHARACTER)) {
            assertThat(other.name(), behind.count(other), is(0L));
        }
    }

    /** Whether the step ends soon, and by the fault if it ends by it. */
    private static boolean isOver(FaultedStep step, FaultTable.Row row) {
        return switch (row.fault()) {
            case ASKS_FOR_A_DAY -> !step.kind().isPatient();
            // a delete is content with any JSON: it says that nothing was deleted
            case "JSON of something else" -> step != FaultedStep.DELETE;
            default -> true;
        };
    }

    /** A render is asked for again in five minutes, and a video when the render's time is over. */
    @Test
    void ofAServiceThatAsksForADay() throws Exception {
        befall((step, row) -> row.fault().equals(ASKS_FOR_A_DAY) && step.kind().isPatient());
        WorkflowRun run = builds.start(script(services));

        assertEventually(() -> troubles(Builds.console(run).lines().toList()), hasSize(services.size()));
        run.doStop();
        builds.finish(Result.ABORTED, run);
        Branches console = Branches.of(run);
        services.forEach(each -> assertTold(each, console.lines(each.name())));
        assertNoStackTrace(run);
    }

    @Test
    void ofADiskThatIsFull() throws Exception {
        try (ScriptedService scripted = new ScriptedService()) {
            scripted.open();
            scripted.answerAlways(ScriptedService.response(200, "")
                    .setHeader("Content-Type", "video/mp4")
                    .setHeader("Content-Length", 1_000_000_000_000_000L)
                    .build());
            Settings.services(FaultyKind.service("studio", run -> scripted.client()));

            WorkflowRun run = builds.fail("downloadVideo id: '" + video + "'");

            assertThat(
                    errorLines(run),
                    matches(List.of("ERROR: The video video_[0-9a-f]+ was rendered, but could not be written to .*"
                            + " \\(Cannot write .*: the disk of .* has .* free, but 1000000\\.0 GB are needed and"
                            + " 67\\.1 MB stay free\\)\\. See that there is space on the disk .*")));
            assertThat(scripted.requests(), hasSize(1));
        }
    }

    private void befall(BiPredicate<FaultedStep, FaultTable.Row> which) throws IOException {
        for (FaultTable.Row row : FaultTable.rows()) {
            for (FaultedStep step : FaultedStep.values()) {
                if (which.test(step, row)) {
                    services.add(new FaultyService(step, row, behind, services.size()));
                }
            }
        }
        Settings.services(services.stream().map(FaultyService::configured).toArray(VideoService[]::new));
    }

    private long count(FaultedStep... steps) {
        List<FaultedStep> counted = List.of(steps);
        return services.stream().filter(each -> counted.contains(each.step())).count();
    }

    private String script(List<FaultyService> branches) {
        return branches.stream()
                .map(each ->
                        "'" + each.name() + "': { catchError { " + each.step().script(video, each.name()) + " } }")
                .collect(Collectors.joining(",\n", "parallel(", ")"));
    }

    private void assertTold(FaultyService met, List<String> console) {
        ToldFault told = new ToldFault(met.step(), met.row(), video, met.name());
        String all = met.step() + ", " + met.row().fault() + ": " + String.join("\n", console);
        assertThat(all, lines(console, "ERROR: "), matches(told.errors()));
        assertThat(all, troubles(console), matches(told.troubles()));
        if (!OF_THE_WAY.contains(met.row().fault())) {
            assertThat(all, met.posts(), is(met.step().kind().isPaid() ? told.attempts() : 0L));
        }
    }

    /** What went wrong and is tried again. */
    private static List<String> troubles(List<String> console) {
        return lines(console, "\\[video] GET ");
    }

    private static List<String> lines(List<String> console, String begin) {
        return console.stream().filter(line -> line.matches(begin + ".*")).toList();
    }

    private static Matcher<Iterable<? extends String>> matches(List<String> patterns) {
        List<Matcher<? super String>> all = new ArrayList<>();
        patterns.forEach(pattern -> all.add(matchesPattern(pattern)));
        return all.isEmpty() ? emptyIterable() : contains(all);
    }
}
