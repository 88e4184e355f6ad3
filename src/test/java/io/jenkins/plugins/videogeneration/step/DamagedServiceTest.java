package io.jenkins.plugins.videogeneration.step;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import hudson.model.Result;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.DamagedService;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.logging.Level;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.LogRecorder;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/**
 * Steps of a real pipeline whose service damages its answers. Each ends, with a result or with one line that says what is
 * wrong, and whatever came back, what is paid for was asked for once. {@code -DdamageSeed=} sets another seed.
 */
@WithJenkins
class DamagedServiceTest {

    /** The same each time, so that a failure belongs to the change that it is blamed on. */
    private static final long SEED = 20_261_128;

    private static final int BRANCHES = 99;
    private static final int CASES = 198;
    private static final int LONGEST_LINE = 2_500;

    /** What is paid for comes first. N is the number of the case. */
    private static final List<String> STEPS = List.of(
            "generateVideo prompt: \"case ${n}\", file: \"g${n}.mp4\", pollSeconds: 1, timeoutMinutes: 1",
            "extendVideo prompt: \"case ${n}\", id: \"v${n}\", seconds: 8, file: \"x${n}.mp4\", pollSeconds: 1,"
                    + " timeoutMinutes: 1",
            "editVideo prompt: \"case ${n}\", id: \"v${n}\", file: \"e${n}.mp4\", pollSeconds: 1, timeoutMinutes: 1",
            "remixVideo prompt: \"case ${n}\", id: \"v${n}\", wait: false",
            "createVideoCharacter name: \"case ${n}\", video: 'hero.mp4'",
            "retrieveVideo \"v${n}\"",
            "listVideos limit: 30 + n",
            "deleteVideo \"v${n}\"",
            "getVideoCharacter \"c${n}\"",
            "downloadVideo id: \"v${n}\", file: \"d${n}.mp4\", thumbnail: true, timeoutMinutes: 1",
            "waitForVideo id: \"v${n}\", file: \"w${n}.mp4\", pollSeconds: 1, timeoutMinutes: 1");

    private static final int PAID = 5;

    @Test
    @Timeout(300)
    void everyStepEndsWithAResultOrInOneLineAndIsPaidOnce(JenkinsRule jenkins) throws Exception {
        long seed = Long.getLong("damageSeed", SEED);
        System.out.println("DamagedServiceTest: -DdamageSeed=" + seed);
        try (DamagedService service = new DamagedService(seed);
                LogRecorder log = new LogRecorder()
                        .record("io.jenkins.plugins.videogeneration", Level.WARNING)
                        .capture(10)) {
            Settings.services(TestService.configured(TestService.NAME, service.baseUrl(), TestService.CREDENTIALS_ID));
            WorkflowJob job = new Builds(jenkins).pipeline(script());
            jenkins.jenkins
                    .getWorkspaceFor(job)
                    .child("hero.mp4")
                    .copyFrom(new ByteArrayInputStream(DamagedService.video()));

            WorkflowRun run = jenkins.buildAndAssertStatus(Result.SUCCESS, job);

            Builds.assertNoStackTrace(run);
            assertAllEndedWell(Builds.console(run).lines().toList());
            for (int n = 0; n < CASES; n++) {
                boolean paid = n % STEPS.size() < PAID;
                assertThat("case " + n, service.posts("case " + n) > 0, is(paid));
                assertThat("case " + n, service.taken("case " + n), is(lessThanOrEqualTo(1L)));
            }
            assertThat(log.getMessages(), is(empty()));
        }
    }

    private static void assertAllEndedWell(List<String> console) {
        List<String> answered = lines(console, "ANSWERED ");
        List<String> failed = lines(console, "FAILED ");
        IntStream.range(0, CASES).forEach(n -> {
            List<String> mine =
                    failed.stream().filter(line -> line.startsWith(n + " ")).toList();
            mine.forEach(line -> assertThat(line, startsWith(n + " hudson.AbortException: ")));
            assertThat("case " + n, mine.size() + (answered.contains(String.valueOf(n)) ? 1 : 0), is(1));
        });
        assertThat(answered.size() + failed.size(), is(CASES));
        // if nothing got through, or nothing was refused, the damage would prove nothing
        assertThat(failed, hasSize(greaterThan(CASES / 10)));
        assertThat(answered, hasSize(greaterThan(CASES / 10)));
        failed.forEach(line -> assertThat(line, line.length(), is(lessThan(LONGEST_LINE))));
        // what a service has not said is not told as null
        assertThat(failed, everyItem(not(containsString("'null'"))));
    }

    private static List<String> lines(List<String> console, String prefix) {
        return console.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .toList();
    }

    private static String script() {
        String calls = STEPS.stream().map(step -> "{ n -> " + step + " }").collect(Collectors.joining(",\n"));
        return """
                def calls = [%s]
                def branches = [:]
                for (int b = 0; b < %d; b++) {
                    def branch = b
                    branches["b${branch}"] = {
                        for (int n = branch; n < %d; n += %d) {
                            try {
                                calls[n %% calls.size()](n)
                                echo "ANSWERED ${n}"
                            } catch (e) {
                                echo "FAILED ${n} " + e
                            }
                        }
                    }
                }
                node { parallel branches }
                """.formatted(calls, BRANCHES, CASES, BRANCHES);
    }
}
