package io.jenkins.plugins.videogeneration.render;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedListenerTest {

    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(strings = {"submitting", "submitted", "reported", "fetching", "fetched", "delivered"})
    void aConsoleThatCannotBeWrittenDoesNotFailTheRender(String event) {
        Studio studio = new Studio(home);
        studio.listener.on(event, GuardedListenerTest::fail);
        RenderRecord record = studio.finish(studio.start());
        assertThat(record.phase(), is(Phase.DELIVERED));
        assertThat(studio.journal.onDisk(), is(record));
        assertThat(studio.shelf.deliveries(), hasSize(1));
        assertThat(studio.simulator.count(Operation.CREATE), is(1L));
        assertThat(studio.listener.kinds(), hasItem(event));
    }

    @Test
    void aCancelledRenderIsDeletedAllTheSame() {
        Studio studio = new Studio(home);
        studio.listener.on("", GuardedListenerTest::fail);
        studio.start().cancel();
        assertThat(studio.wire.count(Wire.Kind.DELETE), is(1L));
    }

    private static void fail() {
        throw new IllegalStateException("the console is closed");
    }
}
