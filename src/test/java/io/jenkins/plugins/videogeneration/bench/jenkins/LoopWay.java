package io.jenkins.plugins.videogeneration.bench.jenkins;

import io.jenkins.plugins.videogeneration.bench.WaitingFigures;
import java.time.Instant;
import java.util.Map;
import org.jvnet.hudson.test.JenkinsRule;

/** What people write without a plugin: a loop of a pause and a question, in the Pipeline program itself. */
final class LoopWay implements Way {

    private static final String BRANCH = "def id = %1$s.submit('%2$s'); boolean over = false; "
            + "while (!over) { sleep %3$d; over = %1$s.isCompleted('%2$s', id) }; %1$s.done(id)";

    private final PipelineBuilds builds;

    LoopWay(JenkinsRule jenkins) {
        builds = new PipelineBuilds(jenkins);
    }

    @Override
    public String name() {
        return WaitingFigures.LOOP;
    }

    @Override
    public void start(String baseUrl, int renders, int pollSeconds) throws Exception {
        builds.start(renders, String.format(BRANCH, Waiters.class.getName(), baseUrl, pollSeconds));
    }

    @Override
    public Map<String, Instant> noticed() throws Exception {
        builds.finished();
        return Waiters.done();
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
