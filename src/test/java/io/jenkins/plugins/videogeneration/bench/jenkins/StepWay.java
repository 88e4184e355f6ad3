package io.jenkins.plugins.videogeneration.bench.jenkins;

import hudson.model.Run;
import io.jenkins.plugins.videogeneration.bench.WaitingFigures;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.render.StatusChange;
import io.jenkins.plugins.videogeneration.run.BuildVideos;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jvnet.hudson.test.JenkinsRule;

/** The step of this plugin. */
final class StepWay implements Way {

    private final PipelineBuilds builds;

    StepWay(JenkinsRule jenkins) {
        builds = new PipelineBuilds(jenkins);
    }

    @Override
    public String name() {
        return WaitingFigures.STEP;
    }

    @Override
    public void start(String baseUrl, int renders, int pollSeconds) throws Exception {
        builds.start(
                renders,
                "def video = generateVideo prompt: 'A cat', seconds: 4, timeoutMinutes: 60, pollSeconds: " + pollSeconds
                        + "; " + Waiters.class.getName() + ".done(video.id)");
    }

    @Override
    public Map<String, Instant> noticed() throws Exception {
        Map<String, Instant> noticed = new HashMap<>();
        for (Run<?, ?> run : builds.finished()) {
            noticed.putAll(noticed(run));
        }
        return noticed;
    }

    /** By the journals: when the final status was first seen. */
    static Map<String, Instant> noticed(Run<?, ?> run) throws IOException {
        Map<String, Instant> noticed = new HashMap<>();
        for (RenderRecord record : BuildVideos.of(run).records()) {
            List<StatusChange> history = record.history();
            noticed.put(record.videoId(), history.get(history.size() - 1).at());
        }
        return noticed;
    }

    @Override
    public Map<String, Instant> returned() {
        return Waiters.done();
    }

    @Override
    public void close() throws Exception {
        builds.delete();
    }
}
