package io.jenkins.plugins.videogeneration.render;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.jenkins.plugins.videogeneration.api.CreateVideoRequest;
import io.jenkins.plugins.videogeneration.api.Sha256;
import io.jenkins.plugins.videogeneration.api.VirtualTime;
import io.jenkins.plugins.videogeneration.simulator.Dialect;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import io.jenkins.plugins.videogeneration.simulator.PromptRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderLifeTest {

    @TempDir
    Path home;

    @WithEveryDialect
    void goesThroughItsPhasesInOrderAndWritesDownEachOne(Dialect dialect) {
        Studio studio = new Studio(home, dialect);
        RenderRecord record = studio.finish(studio.start());
        assertThat(record.phase(), is(Phase.DELIVERED));
        assertThat(
                studio.journal.phases().stream().distinct().toList(),
                contains(Phase.INTENDED, Phase.SUBMITTED, Phase.WAITING, Phase.FETCHING, Phase.DELIVERED));
        assertThat(studio.journal.onDisk(), is(record));
        assertThat(studio.simulator.count(Operation.CREATE), is(1L));
        assertThat(studio.simulator.count(Operation.DOWNLOAD_CONTENT), is(1L));
    }

    @WithEveryDialect
    void theIntentIsOnTheDiskWhenTheRequestReachesTheService(Dialect dialect) {
        Studio studio = new Studio(home, dialect);
        List<RenderRecord> onDisk = new ArrayList<>();
        studio.wire.onArrival(Wire.Kind.SUBMIT, () -> onDisk.add(studio.journal.onDisk()));
        RenderRecord wanted = studio.cat();
        studio.finish(studio.start());
        assertThat(onDisk, contains(wanted));
    }

    @WithEveryDialect
    void theIdIsOnTheDiskWhenTheServiceIsFirstAsked(Dialect dialect) {
        Studio studio = new Studio(home, dialect);
        List<RenderRecord> onDisk = new ArrayList<>();
        studio.wire.onArrival(Wire.Kind.POLL, () -> onDisk.add(studio.journal.onDisk()));
        RenderRecord record = studio.finish(studio.start());
        assertThat(record.videoId(), is(notNullValue()));
        assertThat(onDisk.get(0).phase(), is(Phase.SUBMITTED));
        assertThat(onDisk.get(0).videoId(), is(record.videoId()));
    }

    @WithEveryDialect
    void theCheckedFileIsOnTheDiskWhenItIsDeliveredAndDeliveredComesLast(Dialect dialect) {
        Studio studio = new Studio(home, dialect);
        List<RenderRecord> onDisk = new ArrayList<>();
        studio.shelf.before((record, from) -> onDisk.add(studio.journal.onDisk()));
        RenderRecord record = studio.finish(studio.start());
        assertThat(onDisk.get(0).phase(), is(Phase.FETCHING));
        assertThat(onDisk.get(0).file(), is(record.file()));
        assertThat(onDisk.get(0).deliveredAt(), is(nullValue()));
        List<Phase> phases = studio.journal.phases();
        assertThat(phases.indexOf(Phase.DELIVERED), is(phases.size() - 1));
    }

    @Test
    void theListenerHearsEachStepInOrder() {
        Studio studio = new Studio(home);
        studio.finish(studio.start());
        List<String> kinds = studio.listener.kinds();
        assertThat(
                kinds.stream().distinct().toList(),
                contains("submitting", "submitted", "reported", "fetching", "fetched", "delivered"));
        long questions = kinds.stream().filter("reported"::equals).count();
        assertThat(questions, is(studio.simulator.count(Operation.RETRIEVE)));
    }

    @WithEveryDialect
    void theDeliveredFileIsWhatTheRecordSays(Dialect dialect) throws IOException {
        Studio studio = new Studio(home, dialect);
        VideoFile file = studio.finish(studio.start()).file();
        Path delivered = studio.shelf.file("cat.mp4");
        assertThat(file.bytes(), is(Files.size(delivered)));
        assertThat(file.sha256(), is(Sha256.of(delivered)));
        assertThat(List.of(file.width(), file.height()), contains(720, 1280));
        assertThat(file.durationSeconds(), is(4.0));
        assertThat(studio.fetchedFiles(), contains("cat.mp4", "cat.mp4.json"));
    }

    @Test
    void theRecordTellsTheWholeStory() {
        Studio studio = new Studio(home);
        RenderRecord record = studio.finish(studio.start());
        assertThat(record.intendedAt(), is(VirtualTime.START));
        assertThat(record.submittedAt(), is(VirtualTime.START));
        assertThat(
                record.history().stream().map(StatusChange::status).toList(),
                contains("queued", "in_progress", "completed"));
        assertThat(record.history().get(2).at(), is(VirtualTime.START.plus(Studio.RENDER_TIME)));
        assertThat(record.video().progress(), is(100));
        assertThat(record.video().expiresAt(), is(VirtualTime.START.plus(Duration.ofMinutes(61))));
        assertThat(record.deliveredAt(), is(VirtualTime.START.plus(Studio.RENDER_TIME)));
        assertThat(record.failure(), is(nullValue()));
    }

    @Test
    void aRenderThatIsFinishedInTheFirstAnswerIsFetchedWithoutAQuestion() {
        Studio studio = new Studio(home);
        studio.wire.rewrite(Wire.Kind.SUBMIT, 1, "\"queued\"", "\"succeeded\"");
        studio.wire.onArrival(Wire.Kind.CONTENT, () -> studio.time.advance(Studio.RENDER_TIME));
        RenderRecord record = studio.finish(studio.start());
        assertThat(studio.wire.seen(), contains(Wire.Kind.SUBMIT, Wire.Kind.CONTENT));
        assertThat(record.status(), is("succeeded"));
    }

    @Test
    void whatTheRequestLeavesOpenIsLeftToTheService() {
        Studio studio = new Studio(home);
        CreateVideoRequest prompt = new CreateVideoRequest("A cat", null, null, null);
        RenderRecord record = studio.finish(studio.engine().start(studio.intended(prompt), prompt, studio.context()));
        assertThat(record.request().fields().keySet(), contains("prompt"));
        assertThat(record.video().model(), is("sora-2"));
    }

    @WithEveryDialect
    void theOutcomeCannotBeDecidedFromOutside(Dialect dialect) {
        Studio studio = new Studio(home, dialect);
        RunningRender render = studio.start();
        render.outcome().cancel(true);
        render.outcome().complete(null);
        assertThat(studio.finish(render).phase(), is(Phase.DELIVERED));
        assertThat(studio.simulator.count(Operation.DELETE), is(0L));
    }

    @WithEveryDialect
    void callbacksOfTheOutcomeAreGivenTheFailureItself(Dialect dialect) {
        Studio studio = new Studio(home, dialect, new PromptRule("cat", PromptRule.Effect.JOB_FAILS));
        RunningRender render = studio.start();
        List<Throwable> heard = new ArrayList<>();
        render.outcome().whenComplete((record, error) -> heard.add(error));
        studio.runOut();
        assertThat(heard, contains(instanceOf(RenderException.class)));
    }

    @Test
    void twoRendersSideBySideDoNotDisturbEachOther() {
        Studio one = new Studio(home.resolve("one"), new PromptRule("dog", PromptRule.Effect.JOB_FAILS));
        CreateVideoRequest dog = new CreateVideoRequest("A dog", "sora-2", "1280x720", "8");
        RecordingJournal dogJournal = new RecordingJournal(home.resolve("dog.json"));
        RenderContext context = new RenderContext(
                one.client,
                dogJournal,
                new RecordingListener(),
                home.resolve("dog"),
                one.shelf,
                VideoClaims.UNSHARED,
                true);
        RunningRender cat = one.start();
        RunningRender other = one.engine().start(one.intended(dog), dog, context);
        RenderException failure = one.failure(other);
        RenderRecord delivered = one.finish(cat);
        assertThat(delivered.phase(), is(Phase.DELIVERED));
        assertThat(failure.getMessage().contains(dogJournal.onDisk().videoId()), is(true));
        assertThat(dogJournal.onDisk().phase(), is(Phase.FAILED));
        assertThat(one.shelf.deliveries().size(), is(1));
        assertThat(one.simulator.count(Operation.CREATE), is(2L));
    }
}
