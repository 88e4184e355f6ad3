package io.jenkins.plugins.videogeneration.render;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.io.TempDir;

/** A render that is cancelled at a moment of its life. */
abstract class CancelScenario {

    @TempDir
    Path home;

    RunningRender render;

    /** Starts a render that is cancelled while its first request of a kind is under way. */
    final void cancelAt(Studio studio, Wire.Kind kind) {
        studio.wire.onArrival(kind, () -> render.cancel());
        startLater(studio);
        while (studio.wire.count(kind) == 0) {
            studio.time.runNext();
        }
    }

    /** Starts a render that does nothing before {@link #render} is set. */
    final void startLater(Studio studio) {
        Queue<Runnable> early = new ArrayDeque<>();
        Executor worker = task -> {
            if (render == null) {
                early.add(task);
            } else {
                task.run();
            }
        };
        render = new RenderEngine(studio.time.timing(), worker).start(studio.cat(), Studio.CAT, studio.context());
        early.forEach(Runnable::run);
    }

    final void assertCancelled() {
        assertThat(render.outcome().isCancelled(), is(true));
        assertThrows(CancellationException.class, () -> render.outcome().join());
    }
}
