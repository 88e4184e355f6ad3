package io.jenkins.plugins.videogeneration.bench.jenkins;

import hudson.model.Result;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jvnet.hudson.test.JenkinsRule;

/** Builds of which each waits for several renders in branches, outside of a node. */
final class PipelineBuilds {

    private static final int MOST_BUILDS = 10;

    private final JenkinsRule jenkins;
    private final List<WorkflowJob> jobs = new ArrayList<>();
    private final List<WorkflowRun> runs = new ArrayList<>();

    PipelineBuilds(JenkinsRule jenkins) {
        this.jenkins = jenkins;
    }

    /** @param branch what each branch does, as Groovy */
    void start(int renders, String branch) throws Exception {
        int builds = Math.min(MOST_BUILDS, Math.max(1, renders / MOST_BUILDS));
        String script = "def branches = [:]\nfor (int i = 0; i < " + renders / builds
                + "; i++) { branches['r' + i] = { " + branch + " } }\nparallel branches";
        for (int i = 0; i < builds; i++) {
            runs.add(run(script));
        }
    }

    WorkflowRun run(String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        jobs.add(job);
        job.setDefinition(new CpsFlowDefinition(script, false));
        return job.scheduleBuild2(0).waitForStart();
    }

    List<WorkflowRun> finished() throws Exception {
        for (WorkflowRun run : runs) {
            jenkins.assertBuildStatus(Result.SUCCESS, jenkins.waitForCompletion(run));
        }
        return List.copyOf(runs);
    }

    void delete() throws Exception {
        for (WorkflowJob job : jobs) {
            job.delete();
        }
    }
}
