package io.jenkins.plugins.videogeneration.render;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.jenkins.plugins.videogeneration.api.ListQuery;
import io.jenkins.plugins.videogeneration.simulator.Dialect;
import io.jenkins.plugins.videogeneration.simulator.Fault;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What follows a cancel at the service, and how it is told. */
class RemoteDeletionTest {

    @TempDir
    Path home;

    @Test
    void aDeleteThatIsRefusedIsToldInTheServicesWords() {
        Studio studio = new Studio(home);
        studio.simulator.inject(Operation.DELETE, 1, Fault.status(405));
        RunningRender render = studio.start();
        render.cancel();
        assertThat(studio.listener.events(), hasItem(containsString(": HTTP 405")));
        assertThat(studio.journal.onDisk().deletionProblem().words(), containsString("HTTP 405"));
        assertThat(studio.journal.onDisk().phase(), is(Phase.CANCELLED));
    }

    @Test
    void aDeleteThatTheServiceAnswersWithNoIsNotCalledDone() {
        Studio studio = new Studio(home);
        studio.wire.rewrite(Wire.Kind.DELETE, 1, "\"deleted\":true", "\"deleted\":false");
        RunningRender render = studio.start();
        render.cancel();
        assertThat(studio.listener.events(), hasItem(containsString("the service did not delete it")));
    }

    @WithEveryDialect
    void aServiceThatIsGoneIsToldInsteadOfTheDelete(Dialect dialect) {
        Studio studio = new Studio(home, dialect);
        RunningRender render = studio.start();
        studio.client = () -> {
            throw new RenderException("The service 'studio' is gone", "Configure it again.");
        };
        render.cancel();
        assertThat(studio.listener.events(), hasItem(containsString("remoteDeleted")));
        assertThat(studio.listener.events(), hasItem(containsString("The service 'studio' is gone")));
    }

    @Test
    void aDeleteThatIsNotAnsweredIsGivenUpAfterAMinute() {
        Studio studio = new Studio(home);
        RunningRender render = studio.start();
        studio.simulator.inject(Operation.DELETE, 10, Fault.status(503, Map.of("retry-after", "45")));
        Instant start = studio.time.instant();
        render.cancel();
        studio.runOut();
        assertThat(studio.listener.events(), hasItem(containsString("did not say within 60 s that it deleted it")));
        assertThat(Duration.between(start, studio.time.instant()), is(RemoteDeletion.DEADLINE));
        assertThat(studio.journal.onDisk().deletedAt(), is(nullValue()));
    }

    @Test
    void aDeleteThatACrashPreventedIsMadeUpForWhenTheRenderIsResumed() throws InterruptedException {
        Studio studio = new Studio(home);
        studio.start();
        studio.time.advance(Duration.ofSeconds(30));
        RenderRecord aborted = studio.journal.onDisk().in(Phase.CANCELLED);
        studio.crash();
        RunningRender render = studio.resume(aborted);
        assertThat(render.outcome().isCancelled(), is(true));
        assertThat(studio.journal.onDisk().deletedAt(), is(studio.time.instant()));
        assertThat(studio.client.get().list(ListQuery.newest()).execute().videos(), is(empty()));
        studio.resume(studio.journal.onDisk());
        assertThat(studio.wire.count(Wire.Kind.DELETE), is(1L));
    }

    @Test
    void whatWasFetchedBeforeTheAbortGoesWithTheVideo() {
        Studio studio = new Studio(home);
        RenderRecord aborted = studio.finish(studio.start()).in(Phase.CANCELLED);
        List<String> cleanedUp = new ArrayList<>();
        RenderDelivery delivery = new RenderDelivery() {
            @Override
            public void deliver(RenderRecord record, Path folder) {
                throw new AssertionError("It was aborted");
            }

            @Override
            public void cleanUp(RenderRecord record, Path folder) {
                cleanedUp.add(record.file().name());
            }
        };
        RenderContext context = new RenderContext(
                studio.client, studio.journal, studio.listener, studio.folder, delivery, studio.claims, true);

        studio.simulator.inject(Operation.DELETE, 1, Fault.status(405));
        studio.engine().resume(aborted, context);
        assertThat("it can still be adopted", cleanedUp, is(empty()));

        studio.engine().resume(aborted, context);
        assertThat(studio.journal.onDisk().deletedAt(), is(studio.time.instant()));
        assertThat(cleanedUp, contains("cat.mp4"));
    }
}
