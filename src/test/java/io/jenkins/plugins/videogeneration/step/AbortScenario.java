package io.jenkins.plugins.videogeneration.step;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Gate;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.run.BuildVideos;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.jvnet.hudson.test.JenkinsRule;

/** A service whose renders never end by themselves: what ends is ended by an abort. */
abstract class AbortScenario {

    static JenkinsRule jenkins;

    TestService service;
    Builds builds;

    @BeforeAll
    static void start(JenkinsRule rule) {
        jenkins = rule;
    }

    @BeforeEach
    void configure() throws Exception {
        service = TestService.rendersOnDemand();
        Settings.services(service.configured());
        builds = new Builds(jenkins);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    final Gate gate() throws Exception {
        Gate gate = new Gate(service.baseUrl());
        Settings.services(TestService.configured(TestService.NAME, gate.baseUrl(), TestService.CREDENTIALS_ID));
        return gate;
    }

    static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES), is(true));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static List<RenderRecord> records(WorkflowRun run) {
        return run.getAction(BuildVideos.class).records();
    }
}
