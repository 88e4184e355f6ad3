package io.jenkins.plugins.videogeneration.run;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.jenkins.plugins.videogeneration.api.CreateVideoRequest;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.render.RenderRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.LogRecorder;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class OpenRendersTest {

    private static final int RENDERS = 100;

    @Test
    void thatOneEndsReadsNoneOfTheOthers(JenkinsRule jenkins) throws IOException {
        for (int i = 0; i < RENDERS; i++) {
            OpenRenders.get().put(open("render-" + i, "video_" + i));
        }
        for (Path file : files(jenkins)) {
            // to read it is told in the log
            Files.writeString(file, "unreadable");
        }
        try (LogRecorder log =
                new LogRecorder().record(OpenRenders.class, Level.WARNING).capture(RENDERS)) {
            for (int i = 0; i < RENDERS; i++) {
                OpenRenders.get().settled("studio", "video_" + i);
            }
            assertThat(log.getMessages(), is(empty()));
        }
        assertThat(files(jenkins), is(empty()));
    }

    @Test
    void whatWasThereBeforeARestartIsSettledToo(JenkinsRule jenkins) throws IOException {
        OpenRenders.get().put(open("one", "video_1"));
        OpenRenders.get().put(open("same", "video_1"));
        OpenRenders.get().put(open("other", "video_2"));
        OpenRenders afterwards = new OpenRenders();
        afterwards.settled("elsewhere", "video_2");
        afterwards.settled("studio", "video_1");
        assertThat(afterwards.all().stream().map(open -> open.record().key()).toList(), contains("other"));
        assertThat(files(jenkins), hasSize(1));
    }

    private static List<Path> files(JenkinsRule jenkins) throws IOException {
        Path folder = jenkins.jenkins.getRootDir().toPath().resolve("video-generation/open");
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static OpenRender open(String key, String videoId) {
        RenderRequest request = RenderRequest.of("studio", new CreateVideoRequest("A cat", "sora-2", null, null));
        RenderRecord record = RenderRecord.intended(
                        key, request, "cat.mp4", Instant.now(), Duration.ofHours(1), Duration.ofSeconds(10))
                .knownAs(videoId, false);
        return new OpenRender("job", 1, null, record);
    }
}
