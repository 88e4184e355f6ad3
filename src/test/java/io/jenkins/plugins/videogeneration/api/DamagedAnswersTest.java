package io.jenkins.plugins.videogeneration.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Answers that something happened to, through every call. Whatever arrives, the call ends, with an answer or with the
 * exception of the API, in bounded memory and in one printable line. {@code -DdamageSeed=} sets another seed.
 */
class DamagedAnswersTest {

    private static final int ANSWERS = 10_000;
    private static final int LONGEST_LINE = 2_500;
    /** The same each time, so that a failure belongs to the change that it is blamed on. */
    private static final long SEED = 20_261_101;

    @TempDir
    Path folder;

    private final VirtualTime time = VirtualTime.leaping();
    /** Made once: a client of its own takes longer to make than the call that it is for. */
    private final OkHttpClient base = new OkHttpClient.Builder()
            .dispatcher(new Dispatcher(new OnThisThread()))
            .callTimeout(Duration.ofMinutes(1))
            .build();

    private final List<Function<VideosClient, ApiCall<?>>> calls = new ArrayList<>();

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void everyCallEndsWithAnAnswerOrATypedException() throws Exception {
        long seed = Long.getLong("damageSeed", SEED);
        System.out.println("DamagedAnswersTest: -DdamageSeed=" + seed);
        prepareCalls();
        Random seeds = new Random(seed);
        int refused = 0;
        for (int i = 0; i < ANSWERS; i++) {
            long one = seeds.nextLong();
            if (!endsWell(calls.get(i % calls.size()), one)) {
                refused++;
            }
        }
        // if no answer got through, or none was refused, the damage would prove nothing
        assertThat(refused, is(greaterThan(ANSWERS / 4)));
        assertThat(refused, is(lessThan(ANSWERS)));
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES)
    void ofALargeErrorPageNoMoreThanTheBeginningIsRead() throws Exception {
        prepareCalls();
        for (Function<VideosClient, ApiCall<?>> call : calls) {
            EndlessPage page = new EndlessPage(50L << 20);
            VideosClient client = client(chain -> new Response.Builder()
                    .request(chain.request())
                    .protocol(Protocol.HTTP_1_1)
                    .code(400)
                    .message("large")
                    .body(ResponseBody.create(Okio.buffer(page), MediaType.get("text/html"), -1))
                    .build());
            VideosException e =
                    assertThrows(VideosException.class, () -> call.apply(client).execute());
            assertThat(e.getMessage().length(), is(lessThan(LONGEST_LINE)));
            assertThat(page.taken(), is(lessThan(1L << 20)));
        }
    }

    /** Whether the call was answered. */
    private boolean endsWell(Function<VideosClient, ApiCall<?>> call, long seed) throws InterruptedException {
        Damage damage = new Damage(seed);
        try {
            call.apply(client(chain -> damage.answer(chain.request()))).execute();
            return true;
        } catch (VideosException e) {
            String line = e.getMessage() + " " + e.advice();
            assertThat("seed " + seed + ": " + line.length(), line.length(), is(lessThan(LONGEST_LINE)));
            assertThat("seed " + seed, line.chars().noneMatch(Character::isISOControl), is(true));
            return false;
        } catch (RuntimeException | Error e) {
            throw new AssertionError("seed " + seed + " ended with " + e, e);
        }
    }

    private void prepareCalls() throws IOException {
        Path mp4 = Files.write(
                folder.resolve("hero.mp4"),
                "\0\0\0\u0018ftypisom\0\0\0\0isomiso2".getBytes(StandardCharsets.ISO_8859_1));
        Upload upload = Upload.of("video", mp4);
        Path file = folder.resolve("download");
        SourceVideo source = new SourceVideo.ById("video_1");
        calls.add(client -> client.create(new CreateVideoRequest("A cat", "sora-2", "720x1280", "8")));
        calls.add(client -> client.extend(new ExtendVideoRequest(source, "More", "8", Map.of())));
        calls.add(client -> client.edit(new EditVideoRequest(source, "In blue", Map.of())));
        calls.add(client -> client.remix(new RemixVideoRequest("video_1", "In red", Map.of())));
        calls.add(client ->
                client.createCharacter(new CreateCharacterRequest("Hero", upload), new CompletableFuture<>()));
        calls.add(client -> client.retrieveCharacter("char_1"));
        calls.add(client -> client.retrieve("video_1"));
        calls.add(client -> client.list(ListQuery.newest()));
        calls.add(client -> client.listAll(ListQuery.newest(), 30));
        calls.add(client -> client.delete("video_1"));
        calls.add(client -> client.downloadContent("video_1", ContentVariant.VIDEO, file));
        calls.add(client -> client.downloadContent("video_1", ContentVariant.THUMBNAIL, file));
        calls.add(client -> client.downloadFrom("https://files.invalid/a", file));
    }

    private VideosClient client(Interceptor service) {
        OkHttpClient http = base.newBuilder().addInterceptor(service).build();
        return new VideosClient(
                Endpoint.of("https://videos.invalid/v1", new Authentication.Bearer(new ApiKey("sk-damaged"))),
                new HttpClients(http, http, http),
                time.timing());
    }

    /** Runs everything at once, where it is asked to. */
    private static final class OnThisThread extends AbstractExecutorService {
        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void shutdown() {
            // there is no thread to stop
        }

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return false;
        }
    }
}
