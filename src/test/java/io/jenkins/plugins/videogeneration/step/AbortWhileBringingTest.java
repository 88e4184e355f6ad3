package io.jenkins.plugins.videogeneration.step;

import static io.jenkins.plugins.videogeneration.fixture.Eventually.assertEventually;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import hudson.FilePath;
import hudson.Functions;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import io.jenkins.plugins.videogeneration.builder.CreateVideoCharacterBuilder;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** An abort while the file that is to be sent is on its way to the controller. The file is a pipe, so it takes its time. */
@WithJenkins
class AbortWhileBringingTest extends AbortScenario {

    /** Enough to be taken for a video. */
    private static final byte[] MP4_HEAD = "\0\0\0\u0018ftypisom\0\0\0\0isomiso2".getBytes(StandardCharsets.ISO_8859_1);

    @Test
    void aStepDoesNotSendWhatItBrings() throws Exception {
        WorkflowJob job = builds.pipeline("node { createVideoCharacter name: 'Mallard', video: 'duck.mp4' }");
        String pipe = pipe(jenkins.jenkins.getWorkspaceFor(job));
        WorkflowRun run = job.scheduleBuild2(0).waitForStart();
        Path brought;
        // opens when the other end is read
        try (OutputStream video = new FileOutputStream(pipe)) {
            brought = uploads(run).get(0);
            run.doStop();
            builds.finish(Result.ABORTED, run);
            video.write(MP4_HEAD);
        }
        assertEventually(() -> Files.exists(brought), is(false));
        assertThat(service.count(Operation.CREATE_CHARACTER), is(0L));
    }

    @Test
    void aBuildStepDoesNotSendWhatItBrings() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildersList().add(new CreateVideoCharacterBuilder("Mallard", "duck.mp4"));
        String pipe = pipe(jenkins.jenkins.getWorkspaceFor(job));
        FreeStyleBuild run = job.scheduleBuild2(0).waitForStart();
        try (OutputStream video = new FileOutputStream(pipe)) {
            run.doStop();
            video.write(MP4_HEAD);
        }
        builds.finish(Result.ABORTED, run);
        assertThat(service.count(Operation.CREATE_CHARACTER), is(0L));
    }

    private static String pipe(FilePath workspace) throws IOException, InterruptedException {
        assumeFalse(Functions.isWindows(), "there are no such pipes on Windows");
        workspace.mkdirs();
        String pipe = workspace.child("duck.mp4").getRemote();
        assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor(), is(0));
        return pipe;
    }

    private static List<Path> uploads(WorkflowRun run) throws IOException {
        try (Stream<Path> files = Files.walk(run.getRootDir().toPath())) {
            return files.filter(file -> file.getFileName().toString().startsWith("upload-"))
                    .toList();
        }
    }
}
