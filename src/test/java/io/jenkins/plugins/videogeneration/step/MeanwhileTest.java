package io.jenkins.plugins.videogeneration.step;

import static io.jenkins.plugins.videogeneration.fixture.Builds.artifacts;
import static io.jenkins.plugins.videogeneration.fixture.Builds.errorLines;
import static io.jenkins.plugins.videogeneration.fixture.Eventually.assertEventually;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.cloudbees.plugins.credentials.domains.Domain;
import hudson.model.Result;
import io.jenkins.plugins.videogeneration.adoption.BuildAdoption;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.fixture.ThreadIo;
import io.jenkins.plugins.videogeneration.run.RenderRuntime;
import io.jenkins.plugins.videogeneration.service.VideoService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** What an administrator changes while a render goes on at its service, and the restart itself. */
class MeanwhileTest {

    private static final List<String> TROUBLED = List.of("renamed-service", "no-key", "wrong-key");

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    private final TestService service = TestService.rendersOnDemand();

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void changesHaveAClearOutcomeAndNothingIsLost() throws Throwable {
        sessions.then(jenkins -> {
            services("renamed-service", "no-key", "wrong-key", "moved-job", "rotated-key");
            for (String name : List.of("renamed-service", "no-key", "wrong-key", "moved-job", "rotated-key")) {
                key(name, TestService.KEY);
                start(jenkins, name);
            }
            Settings.services(
                    service("new-name", "new-name"),
                    service("no-key", "no-key"),
                    service("wrong-key", "wrong-key"),
                    service("moved-job", "moved-job"),
                    service("rotated-key", "next-key"));
            key("next-key", TestService.KEY);
            key("wrong-key", "sk-rotated");
            Settings.noCredentials("wrong-key", "moved-job", "next-key");
        });
        sessions.then(jenkins -> {
            assertThat(
                    failure(jenkins, "renamed-service"),
                    containsString("'renamed-service', but there is no video service with that name. Known: new-name"));
            assertThat(failure(jenkins, "no-key"), containsString("'no-key'"));
            assertThat(failure(jenkins, "wrong-key"), containsString("HTTP 401"));

            WorkflowRun moved = run(jenkins, "moved-job");
            Path before = moved.getRootDir().toPath();
            moved.getParent().renameTo("moved");
            service.finishRenders();
            new Builds(jenkins).finish(Result.SUCCESS, moved);
            new Builds(jenkins).finish(Result.SUCCESS, run(jenkins, "rotated-key"));
            assertThat(artifacts(moved), contains("film.mp4", "film.mp4.json"));
            assertThat(
                    "nothing of the render is left in the old place",
                    Files.exists(before.resolve("video-generation")),
                    is(false));

            services("renamed-service", "no-key", "wrong-key", "moved-job");
            for (String name : TROUBLED) {
                key(name, TestService.KEY);
                WorkflowRun run = run(jenkins, name);
                run.getAction(BuildAdoption.class).doFetch(null);
                assertEventually(() -> artifacts(run), contains("film.mp4", "film.mp4.json"));
            }
        });
        assertThat(service.posts(), is(5L));
        assertThat(service.deletes(), is(0L));
    }

    @Test
    void aRestartDoesNotWaitForARenderAndResumingItDoesNothingOnTheLoadingThread() throws Throwable {
        sessions.then(jenkins -> {
            services("studio");
            key("studio", TestService.KEY);
            WorkflowRun run = start(jenkins, "film");
            assertThat(run.getExecution().blocksRestart(), is(false));
            assertThat("outside of node it holds no executor either", busyExecutors(), is(0));

            CountDownLatch free = new CountDownLatch(1);
            occupyTheWorker(free);
            StepExecution step =
                    run.getExecution().getCurrentExecutions(true).get().get(0);
            assertThat(
                    "nothing is read or written on the thread that loads builds",
                    ThreadIo.during(step::onResume),
                    is(empty()));
            Path program = run.getRootDir().toPath().resolve("program.dat");
            assertThat("which would be seen", ThreadIo.during(() -> Files.readAllBytes(program)), is(not(empty())));
            assertThat("all that it does is put off", Builds.videoLines(run).size(), is(2));
            step.stop(new InterruptedException());
            free.countDown();
            new Builds(jenkins).finish(Result.FAILURE, run);
        });
        assertThat(service.posts(), is(1L));
    }

    /** A safe restart waits for these, except for those of pipelines that say that they do not block it. */
    private static int busyExecutors() {
        return Jenkins.get().overallLoad.computeSnapshot().getBusyExecutors();
    }

    private static void occupyTheWorker(CountDownLatch until) throws Exception {
        AtomicInteger busy = new AtomicInteger();
        for (int i = 0; i < RenderRuntime.WORKERS; i++) {
            RenderRuntime.get().worker().execute(() -> {
                busy.incrementAndGet();
                try {
                    until.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        assertEventually(busy::get, is(RenderRuntime.WORKERS));
    }

    /** Services that are one and the same, each with a key of its own that is called like it. */
    private void services(String... names) throws Exception {
        VideoService[] services = new VideoService[names.length];
        for (int i = 0; i < names.length; i++) {
            services[i] = service(names[i], names[i]);
        }
        Settings.services(services);
    }

    private VideoService service(String name, String keyId) {
        return TestService.configured(name, service.baseUrl(), keyId);
    }

    private static void key(String id, String key) throws Exception {
        Settings.secretText(Jenkins.get(), Domain.global(), id, key);
    }

    private static WorkflowRun start(JenkinsRule jenkins, String name) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, name);
        String arguments = "prompt: 'A paper boat', file: 'film.mp4', pollSeconds: 1";
        String chosen = name.equals("film") ? "" : ", service: '" + name + "'";
        job.setDefinition(new CpsFlowDefinition("generateVideo " + arguments + chosen, true));
        WorkflowRun run = job.scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("The service took it", run);
        return run;
    }

    private static String failure(JenkinsRule jenkins, String name) throws Exception {
        WorkflowRun run = new Builds(jenkins).finish(Result.FAILURE, run(jenkins, name));
        Builds.assertNoStackTrace(run);
        return String.join("\n", errorLines(run));
    }

    private static WorkflowRun run(JenkinsRule jenkins, String name) {
        return jenkins.jenkins.getItemByFullName(name, WorkflowJob.class).getBuildByNumber(1);
    }
}
