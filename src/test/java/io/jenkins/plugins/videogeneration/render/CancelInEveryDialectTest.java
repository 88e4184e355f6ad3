package io.jenkins.plugins.videogeneration.render;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.jenkins.plugins.videogeneration.simulator.Dialect;

/** Whatever a service can do with a delete, it is asked for one. */
class CancelInEveryDialectTest extends CancelScenario {

    @WithEveryDialect
    void whileTheRequestIsUnderWayTheServiceIsAskedToDelete(Dialect dialect) {
        assertAskedToDelete(new Studio(home, dialect), Wire.Kind.SUBMIT);
    }

    @WithEveryDialect
    void whileWaitingTheServiceIsAskedToDelete(Dialect dialect) {
        assertAskedToDelete(new Studio(home, dialect), Wire.Kind.POLL);
    }

    private void assertAskedToDelete(Studio studio, Wire.Kind moment) {
        cancelAt(studio, moment);
        studio.runOut();
        assertCancelled();
        assertThat(studio.journal.onDisk().phase(), is(Phase.CANCELLED));
        assertThat(studio.journal.onDisk().videoId(), is(notNullValue()));
        assertThat(studio.wire.count(Wire.Kind.SUBMIT), is(1L));
        assertThat(studio.wire.count(Wire.Kind.DELETE) > 0, is(true));
        assertThat(studio.listener.kinds(), hasItem("remoteDeleted"));
        assertThat(studio.shelf.deliveries(), is(empty()));
    }
}
