package io.jenkins.plugins.videogeneration.render;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.jenkins.plugins.videogeneration.simulator.Dialect;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ManyRendersTest {

    @TempDir
    Path home;

    @Test
    void aThousandWaitingRendersHoldNoThreadAndOneTimerTogether() {
        assertHoldNoThreadAndOneTimer(1000, Dialect.reference());
    }

    @ParameterizedTest
    @MethodSource("io.jenkins.plugins.videogeneration.render.DialectStudio#takingMany")
    void fiftyDoSoInEveryDialectThatTakesThem(Dialect dialect) {
        assertHoldNoThreadAndOneTimer(50, dialect);
    }

    private void assertHoldNoThreadAndOneTimer(int count, Dialect dialect) {
        Studio studio = new Studio(home, dialect);
        studio.wire.replace(Wire.Kind.CONTENT, count, "video/mp4", Mp4s.small());
        studio.wire.header(Wire.Kind.SUBMIT, "openai-poll-after-ms", "20000");
        studio.wire.header(Wire.Kind.POLL, "openai-poll-after-ms", "20000");
        Set<String> delivered = new HashSet<>();
        // all of them are driven by this one thread: a render that held it would keep the others from being begun
        List<RunningRender> renders = new ArrayList<>();
        RenderEngine engine = studio.engine();
        for (int i = 0; i < count; i++) {
            renders.add(engine.start(named(studio, i), Studio.CAT, context(studio, delivered)));
        }
        assertThat(studio.simulator.count(Operation.CREATE), is((long) count));
        assertThat(studio.time.pending(), is(1));
        studio.time.advance(Duration.ofSeconds(30));
        assertThat(studio.time.pending(), is(1));
        studio.runOut();
        assertThat(
                renders.stream().map(render -> render.outcome().join().phase()).toList(),
                everyItem(is(Phase.DELIVERED)));
        assertThat(studio.simulator.count(Operation.CREATE), is((long) count));
        assertThat(delivered, hasSize(count));
    }

    private static RenderRecord named(Studio studio, int number) {
        return RenderRecord.intended(
                "render-" + number,
                RenderRequest.of("studio", Studio.CAT),
                "cat-" + number + ".mp4",
                studio.time.instant(),
                Studio.TIMEOUT,
                Studio.POLL);
    }

    /** Without a journal on the disk, which is not what this is about. */
    private static RenderContext context(Studio studio, Set<String> delivered) {
        return new RenderContext(
                studio.client,
                record -> {},
                new RenderListener() {},
                studio.folder,
                (record, folder) -> delivered.add(record.videoId()),
                VideoClaims.UNSHARED,
                true);
    }
}
