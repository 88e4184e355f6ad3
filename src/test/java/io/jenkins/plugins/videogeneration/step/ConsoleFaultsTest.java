package io.jenkins.plugins.videogeneration.step;

import static io.jenkins.plugins.videogeneration.fixture.Builds.assertNoStackTrace;
import static io.jenkins.plugins.videogeneration.fixture.Builds.console;
import static io.jenkins.plugins.videogeneration.fixture.Builds.errorLines;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertAll;

import hudson.model.Result;
import hudson.model.queue.QueueTaskFuture;
import io.jenkins.plugins.videogeneration.api.FaultTable;
import io.jenkins.plugins.videogeneration.api.HttpClients;
import io.jenkins.plugins.videogeneration.api.ScriptedService;
import io.jenkins.plugins.videogeneration.api.VideosClient;
import io.jenkins.plugins.videogeneration.api.WireFaults;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.service.VideoService;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/**
 * Every fault of the table in docs/faults.md befalls a render in a pipeline, and the console says what the table says. The
 * builds of a test run at the same time, each with a service of its own. Between the attempts of a call no time passes.
 */
@WithJenkins
class ConsoleFaultsTest {

    /** Long enough for an answer on a busy machine. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private static final String ENDLESS_DOUBT = "reset before the request is read";

    /** Faults of the way, which befall each request: a question can't be told from a paid request there. */
    private static final Set<String> OF_THE_WAY = Set.of(
            "nobody listens",
            "the name is not known",
            "TLS fails",
            "the proxy wants a password",
            "the proxy wants a password for TLS",
            "the proxy refuses the way",
            ENDLESS_DOUBT);

    private static final String ASKS_FOR_A_DAY = "HTTP 429 with Retry-After: 86400";

    /** After these the service may have taken the request, so its list is asked. */
    private static final Set<String> DOUBTFUL = Set.of("Connection", "Server", "NotAVideosApi");

    private static final Set<String> FINAL = Set.of("Authentication", "Permission", "Unsupported");

    /** So that it has to be asked. */
    private static final Duration RENDER_TIME = Duration.ofSeconds(1);

    private final TestService behind = TestService.rendersIn(RENDER_TIME);
    private final List<AutoCloseable> opened = new ArrayList<>();
    private final List<VideoService> services = new ArrayList<>();
    private Builds builds;

    @BeforeEach
    void start(JenkinsRule jenkins) {
        builds = new Builds(jenkins);
    }

    @AfterEach
    void stop() throws Exception {
        behind.close();
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    /** What is paid for. */
    private enum Paid {
        GENERATE("POST /v1/videos", "generateVideo prompt: 'A boat'"),
        EXTEND("POST /v1/videos/extensions", "extendVideo id: 'video_1', prompt: 'It sinks', seconds: 4"),
        EDIT("POST /v1/videos/edits", "editVideo id: 'video_1', prompt: 'In black and white'"),
        REMIX("POST /v1/videos/video_1/remix", "remixVideo id: 'video_1', prompt: 'In winter'");

        private final String request;
        private final String step;

        Paid(String request, String step) {
            this.request = request;
            this.step = step;
        }
    }

    /** One fault, and the service that it befalls. */
    private record Befallen(Paid paid, FaultTable.Row row, ScriptedService scripted, VideoService service) {

        @Override
        public String toString() {
            return paid + ", " + row.fault();
        }
    }

    @Test
    void ofAPaidRequest() throws Exception {
        List<Befallen> all = new ArrayList<>();
        for (FaultTable.Row row : paidRows()) {
            all.add(befall(Paid.GENERATE, row, Paid.GENERATE.request, Integer.MAX_VALUE));
        }
        assertTold(all);
    }

    /** They take the same way: one fault of each meaning shows that they do. */
    @Test
    void ofTheOtherPaidRequests() throws Exception {
        List<Befallen> all = new ArrayList<>();
        for (Paid paid : EnumSet.complementOf(EnumSet.of(Paid.GENERATE))) {
            Set<String> meanings = new HashSet<>();
            for (FaultTable.Row row : paidRows()) {
                if (meanings.add(row.paid().meaning())) {
                    all.add(befall(paid, row, paid.request, Integer.MAX_VALUE));
                }
            }
        }
        assertTold(all);
    }

    /** For one of them the list that would tell is asked for as long as a render is waited for. */
    private static List<FaultTable.Row> paidRows() throws IOException {
        return FaultTable.rows().stream()
                .filter(row -> !row.fault().equals(ENDLESS_DOUBT))
                .toList();
    }

    private void assertTold(List<Befallen> all) throws Exception {
        runAll(all, (each, run) -> {
            FaultTable.Outcome expected = each.row().paid();
            boolean doubtful = expected.attempts() == 1 && DOUBTFUL.contains(expected.meaning());
            String request = each.paid().request + ": " + each.row().words();
            assertThat(run.getResult(), is(Result.FAILURE));
            assertThat(
                    errorLines(run),
                    contains(matchesPattern(
                            doubtful
                                    ? "ERROR: The answer to the request was lost \\(" + request + ".*\\)[,.].*"
                                            + "A render of '.*' may be running and may be charged; .*"
                                    : "ERROR: " + request + ".*\\. [A-Z].*\\.")));
            if (!OF_THE_WAY.contains(each.row().fault())) {
                assertThat("POSTs", posts(each), is((long) expected.attempts()));
            }
        });
        assertThat("none reached the service behind", behind.posts(), is(0L));
    }

    @Test
    void ofAQuestion() throws Exception {
        List<Befallen> all = new ArrayList<>();
        for (FaultTable.Row row : withoutThoseOfTheWay()) {
            all.add(befall(
                    Paid.GENERATE,
                    row,
                    "GET /v1/videos(/[^/]+|\\?.*)?",
                    row.question().attempts()));
        }

        runAll(all, (each, run) -> {
            assertThat(run.getResult(), is(Result.SUCCESS));
            assertThat(
                    console(run).lines().toList(),
                    hasItem(matchesPattern(
                            "\\[video] GET /v1/videos[^ ]*: " + each.row().words() + ".*")));
            assertThat("POSTs", posts(each), is(1L));
        });
        assertThat(behind.posts(), is((long) all.size()));
    }

    @Test
    void ofADownload() throws Exception {
        List<Befallen> all = new ArrayList<>();
        for (FaultTable.Row row : withoutThoseOfTheWay()) {
            all.add(befall(
                    Paid.GENERATE,
                    row,
                    "GET /v1/videos/[^/]+/content.*",
                    row.download().attempts()));
        }

        runAll(all, (each, run) -> {
            boolean ends = FINAL.contains(each.row().download().meaning());
            String said =
                    "GET /v1/videos/video_[0-9a-f]+/content: " + each.row().words() + ".*";
            assertThat(run.getResult(), is(ends ? Result.FAILURE : Result.SUCCESS));
            assertThat(errorLines(run), ends ? contains(matchesPattern("ERROR: " + said)) : is(empty()));
            if (!ends) {
                assertThat(
                        console(run).lines().toList(),
                        hasItem(matchesPattern("\\[video] " + said + "Trying again\\.")));
            }
            assertThat("POSTs", posts(each), is(1L));
        });
        assertThat(behind.posts(), is((long) all.size()));
    }

    @Test
    void ofADiskThatIsFull() throws Exception {
        ScriptedService scripted = open();
        scripted.answerAlways(ScriptedService.response(200, "")
                .setHeader("Content-Type", "video/mp4")
                .setHeader("Content-Length", 1_000_000_000_000_000L)
                .build());
        scripted.except(passingOn("GET /v1/videos/[^/]+/content.*", Integer.MAX_VALUE));
        VideoService studio = FaultyKind.service("studio", scripted.client());
        Settings.services(studio);

        WorkflowRun run = builds.fail("generateVideo prompt: 'A boat', pollSeconds: 1");

        assertThat(
                errorLines(run),
                contains(matchesPattern("ERROR: The video video_[0-9a-f]+ was rendered, but could not be written to .*"
                        + " \\(Cannot write .*: the disk of .* has .* free, but 1000000\\.0 GB are needed and 67\\.1 MB"
                        + " stay free\\)\\. See that there is space on the disk .*")));
        assertThat(behind.posts(), is(1L));
    }

    /** Those that can befall one kind of request alone. */
    private static List<FaultTable.Row> withoutThoseOfTheWay() throws IOException {
        return FaultTable.rows().stream()
                .filter(row -> !OF_THE_WAY.contains(row.fault()))
                // of which a question gets five minutes, and a download what is left of the render's time
                .filter(row -> !row.fault().equals(ASKS_FOR_A_DAY))
                // it goes on to an address of its own
                .filter(row -> !row.fault().equals("redirects without end"))
                .toList();
    }

    /** @param times how often the fault befalls such a request; afterwards all is well */
    private Befallen befall(Paid paid, FaultTable.Row row, String requests, int times) throws IOException {
        ScriptedService scripted = open();
        VideosClient client = WireFaults.all(SILENCE).get(row.fault()).befall(scripted, builder -> {
            HttpClients http = HttpClients.basedOn(builder.build());
            opened.add(http);
            return http;
        });
        if (!OF_THE_WAY.contains(row.fault())) {
            scripted.except(passingOn(requests, times == Integer.MAX_VALUE ? times : times + hidden(row, times)));
        }
        VideoService service = FaultyKind.service("studio-" + services.size(), client);
        services.add(service);
        return new Befallen(paid, row, scripted, service);
    }

    /** How often OkHttp asks once more by itself: after each 408, and for each connection that it has kept and loses. */
    private static int hidden(FaultTable.Row row, int times) {
        return switch (row.fault()) {
            case "HTTP 408" -> times;
            case "reset before the answer" -> HttpClients.READS;
            default -> 0;
        };
    }

    private ScriptedService open() throws IOException {
        ScriptedService scripted = new ScriptedService();
        scripted.open();
        opened.add(scripted);
        return scripted;
    }

    /** Lets such requests meet the fault so many times, and takes all others to the service behind. */
    private PassingOn passingOn(String requests, int times) {
        return new PassingOn(behind, requests, times);
    }

    private static long posts(Befallen each) {
        return each.scripted().requests().stream()
                .filter(request -> request.startsWith(each.paid().request + " "))
                .count();
    }

    private interface Check {
        void of(Befallen each, WorkflowRun run) throws Exception;
    }

    private void runAll(List<Befallen> all, Check check) throws Exception {
        Settings.services(services.toArray(VideoService[]::new));
        Map<Befallen, QueueTaskFuture<WorkflowRun>> running = new LinkedHashMap<>();
        for (Befallen each : all) {
            WorkflowJob job = builds.pipeline(each.paid().step + ", pollSeconds: 1, service: '"
                    + each.service().getName() + "'");
            running.put(each, job.scheduleBuild2(0));
        }
        List<Executable> checks = new ArrayList<>();
        for (Map.Entry<Befallen, QueueTaskFuture<WorkflowRun>> entry : running.entrySet()) {
            WorkflowRun run = entry.getValue().get();
            checks.add(() -> {
                try {
                    check.of(entry.getKey(), run);
                    assertNoStackTrace(run);
                } catch (AssertionError e) {
                    throw new AssertionError(entry.getKey() + ": " + e.getMessage() + "\n" + console(run), e);
                }
            });
        }
        assertAll(checks);
    }
}
