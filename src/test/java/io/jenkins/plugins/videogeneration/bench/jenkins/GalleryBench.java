package io.jenkins.plugins.videogeneration.bench.jenkins;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.jenkins.plugins.videogeneration.bench.BenchReport;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** How long the server takes for the gallery of a job with many builds. It is no test: {@code bin/bench} runs it. */
@WithJenkins
class GalleryBench {

    private static final boolean QUICK = Boolean.getBoolean("bench.quick");
    private static final int BUILDS = QUICK ? 100 : 1000;
    private static final int PAGES = QUICK ? 3 : 30;

    private static final int RELOADS = QUICK ? 1 : 7;

    private static final String NOT_LOADED = "gallery of builds that are not loaded";
    private static final String AGAIN = "gallery of the same builds again";

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void gallery(JenkinsRule jenkins) throws Exception {
        String page = jenkins.getURL() + manyBuilds(jenkins) + "videos/";
        try (BenchReport report = new BenchReport("gallery")) {
            try {
                // what Jenkins does once, whatever is asked for
                report.figure(
                        "front page after a start",
                        "ms",
                        List.of(millis(jenkins.getURL().toString())));
                report.figure("first gallery after a start", "ms", List.of(millis(page)));
                report.figure(NOT_LOADED, "ms", timesAfterReloads(jenkins, page));
                report.figure(AGAIN, "ms", times(page));
                report.figure("page in the middle", "ms", times(page + "?before=" + BUILDS / 2));
                report.figure("search that fits nothing", "ms", times(page + "?text=nothing"));
            } finally {
                for (String figure : List.of(NOT_LOADED, AGAIN)) {
                    report.atMost(figure + ", of " + BUILDS + ", ms", 1000, report.median(figure));
                }
            }
        }
    }

    /** One build that was run, and copies of it. */
    private static String manyBuilds(JenkinsRule jenkins) throws Exception {
        try (TestService service = TestService.rendersAtOnce()) {
            Settings.services(service.configured());
            WorkflowRun run = new Builds(jenkins).succeed("generateVideo prompt: 'A boat', seconds: 4");
            Path builds = run.getRootDir().toPath().getParent();
            for (int number = 2; number <= BUILDS; number++) {
                FileUtils.copyDirectory(
                        run.getRootDir(), builds.resolve(String.valueOf(number)).toFile());
            }
            return run.getParent().getUrl();
        }
    }

    private List<Double> times(String page) throws Exception {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < PAGES; i++) {
            millis.add(millis(page));
        }
        return millis;
    }

    private List<Double> timesAfterReloads(JenkinsRule jenkins, String page) throws Exception {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < RELOADS; i++) {
            jenkins.jenkins.reload();
            millis.add(millis(page));
        }
        return millis;
    }

    private double millis(String page) throws Exception {
        long begin = System.nanoTime();
        HttpResponse<byte[]> answer =
                http.send(HttpRequest.newBuilder(URI.create(page)).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode(), is(200));
        return (System.nanoTime() - begin) / 1e6;
    }
}
