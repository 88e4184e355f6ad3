package io.jenkins.plugins.videogeneration.crash;

import hudson.model.FreeStyleProject;
import hudson.model.Job;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.videogeneration.adoption.BuildAdoption;
import io.jenkins.plugins.videogeneration.adoption.UndeliveredVideo;
import io.jenkins.plugins.videogeneration.builder.GenerateVideoBuilder;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Eventually;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.run.OpenRender;
import io.jenkins.plugins.videogeneration.run.OpenRenders;
import io.jenkins.plugins.videogeneration.run.RenderRuntime;
import java.io.File;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.hamcrest.Matchers;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.flow.FlowDurabilityHint;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.job.properties.DurabilityHintJobProperty;
import org.jvnet.hudson.test.JenkinsRule;

/** What tests have a controller do that is a process of its own: jobs that render one film each. */
final class Films {

    private Films() {}

    /**
     * How a film ended.
     *
     * @param delivered whether the video is among the artifacts of its build
     * @param words the error lines of the console, and what the page of the build says about its video
     */
    record Ending(String result, boolean delivered, String words, long startedAtMillis, long endedAtMillis)
            implements Serializable {}

    static void configure(JenkinsRule jenkins, String baseUrl) throws Exception {
        jenkins.jenkins.setQuietPeriod(0);
        jenkins.jenkins.setNumExecutors(Boundary.values().length);
        Settings.services(TestService.configured(TestService.NAME, baseUrl, TestService.CREDENTIALS_ID));
    }

    static void start(JenkinsRule jenkins, String name, FlowDurabilityHint durability) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, name);
        job.setDefinition(
                new CpsFlowDefinition("generateVideo prompt: '" + name + "', file: 'film.mp4', pollSeconds: 1", true));
        job.addProperty(new DurabilityHintJobProperty(durability));
        job.scheduleBuild2(0).waitForStart();
    }

    /** The same as a build step. */
    static void startFreestyle(JenkinsRule jenkins, String name) throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject(name);
        GenerateVideoBuilder film = new GenerateVideoBuilder(name);
        film.setFile("film.mp4");
        film.setPollSeconds(1);
        job.getBuildersList().add(film);
        job.scheduleBuild2(0).waitForStart();
    }

    /** Starts films on a controller that gets no further with them than to their step. */
    static void startWithoutTheirTurn(JenkinsRule jenkins, String[] names) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; i < RenderRuntime.WORKERS; i++) {
            RenderRuntime.get().worker().execute(() -> {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        for (String name : names) {
            start(jenkins, name, FlowDurabilityHint.valueOf(name.substring(name.indexOf('-') + 1)));
        }
        for (String name : names) {
            if (!name.endsWith(FlowDurabilityHint.PERFORMANCE_OPTIMIZED.name())) {
                File program = new File(run(jenkins, name).getRootDir(), "program.dat");
                Eventually.assertEventually(program::isFile, Matchers.is(true));
            }
        }
    }

    static Ending awaitEnd(JenkinsRule jenkins, String name) throws Exception {
        Run<?, ?> run = build(jenkins, name);
        if (run == null) {
            return new Ending("no build", false, "Jenkins has lost the build", 0, 0);
        }
        jenkins.waitForCompletion(run);
        return ending(run);
    }

    /** Fetches what a film's build left behind, as somebody would who presses the button on its page. */
    static Ending adopt(JenkinsRule jenkins, String name) throws Exception {
        Run<?, ?> run = build(jenkins, name);
        if (run == null) {
            return adoptElsewhere(jenkins, name);
        }
        BuildAdoption adoption = run.getAction(BuildAdoption.class);
        List<UndeliveredVideo> left = adoption.getVideos();
        if (!left.isEmpty()) {
            adoption.doFetch(null);
            Eventually.assertEventually(
                    () -> adoption.getVideos().stream().noneMatch(video -> video.isBeingFetched()), Matchers.is(true));
        }
        return ending(run);
    }

    /** Pipelines of some durabilities write their build in place: a kill at that moment loses it. */
    private static Ending adoptElsewhere(JenkinsRule jenkins, String name) throws Exception {
        String id = OpenRenders.get().all().stream()
                .filter(open -> open.job().equals(name))
                .map(OpenRender::videoId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, name + "-adopted");
        job.setDefinition(new CpsFlowDefinition("generateVideo adopt: '" + id + "', file: 'film.mp4'", true));
        return ending(job.scheduleBuild2(0).get());
    }

    private static Ending ending(Run<?, ?> run) throws Exception {
        Result result = run.getResult();
        String page = run.getAction(BuildAdoption.class) == null
                ? ""
                : run.getAction(BuildAdoption.class).getVideos().stream()
                        .map(video -> video.getId() + ": " + video.getState())
                        .collect(Collectors.joining("\n"));
        return new Ending(
                String.valueOf(result),
                run.getArtifactManager().root().child("film.mp4").isFile(),
                String.join("\n", Builds.errorLines(run)) + "\n" + page,
                run.getStartTimeInMillis(),
                run.getStartTimeInMillis() + run.getDuration());
    }

    /** The build of a pipeline. */
    static WorkflowRun run(JenkinsRule jenkins, String name) {
        return (WorkflowRun) build(jenkins, name);
    }

    private static Run<?, ?> build(JenkinsRule jenkins, String name) {
        return jenkins.jenkins.getItemByFullName(name, Job.class).getBuildByNumber(1);
    }
}
