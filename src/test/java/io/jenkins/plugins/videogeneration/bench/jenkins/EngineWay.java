package io.jenkins.plugins.videogeneration.bench.jenkins;

import hudson.model.FreeStyleBuild;
import hudson.model.TaskListener;
import io.jenkins.plugins.videogeneration.artifact.DeliveryPlace;
import io.jenkins.plugins.videogeneration.bench.WaitingFigures;
import io.jenkins.plugins.videogeneration.render.RunningRender;
import io.jenkins.plugins.videogeneration.run.BuildRender;
import io.jenkins.plugins.videogeneration.run.GenerateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jvnet.hudson.test.JenkinsRule;

/** What the step does, without a Pipeline program around it. */
final class EngineWay implements Way {

    private final JenkinsRule jenkins;
    private final List<RunningRender> renders = new ArrayList<>();
    private FreeStyleBuild run;

    EngineWay(JenkinsRule jenkins) {
        this.jenkins = jenkins;
    }

    @Override
    public String name() {
        return WaitingFigures.ENGINE;
    }

    @Override
    public void start(String baseUrl, int count, int pollSeconds) throws Exception {
        run = jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject());
        for (int i = 0; i < count; i++) {
            GenerateOptions options = new GenerateOptions("A cat");
            options.setSeconds("4");
            options.setTimeoutMinutes(60);
            options.setPollSeconds(pollSeconds);
            RunningRender render =
                    new BuildRender(run, "bench-" + i, options, TaskListener.NULL, DeliveryPlace.NO_WORKSPACE).begin();
            render.outcome().thenAccept(record -> Waiters.done(record.videoId()));
            renders.add(render);
        }
    }

    @Override
    public Map<String, Instant> noticed() throws Exception {
        for (RunningRender render : renders) {
            render.outcome().get();
        }
        return StepWay.noticed(run);
    }

    @Override
    public Map<String, Instant> returned() {
        return Waiters.done();
    }

    @Override
    public void close() throws Exception {
        run.getParent().delete();
    }
}
