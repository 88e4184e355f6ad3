package io.jenkins.plugins.videogeneration.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link PaidRequestIsSentOnceTest} has every way to fail for one call; this has every call for the main ways. */
@Timeout(60)
class EveryPaidCallIsSentOnceTest {

    @RegisterExtension
    final ScriptedService service = new ScriptedService();

    @TempDir
    Path directory;

    enum PaidCall {
        CREATE,
        EXTEND,
        EXTEND_FILE,
        EDIT,
        REMIX,
        CREATE_CHARACTER
    }

    @ParameterizedTest
    @EnumSource
    void afterAServerError(PaidCall paid) throws Exception {
        service.answer(500, "{}");
        service.answer(200, ScriptedService.QUEUED_JOB);
        ApiCall<?> call = call(paid);

        assertThrows(VideosException.Server.class, call::execute);

        assertSentOnce();
    }

    @ParameterizedTest
    @EnumSource
    void afterA503ThatAsksForARetryAtOnce(PaidCall paid) throws Exception {
        service.answer(ScriptedService.response(503, "{}")
                .setHeader("Retry-After", "0")
                .build());
        service.answer(200, ScriptedService.QUEUED_JOB);
        ApiCall<?> call = call(paid);

        assertThrows(VideosException.Server.class, call::execute);

        assertSentOnce();
    }

    @ParameterizedTest
    @EnumSource
    void afterALostAnswer(PaidCall paid) throws Exception {
        service.answer(ScriptedService.response(200, ScriptedService.QUEUED_JOB)
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        service.answer(200, ScriptedService.QUEUED_JOB);
        ApiCall<?> call = call(paid);

        assertThrows(VideosException.Connection.class, call::execute);

        assertSentOnce();
    }

    private void assertSentOnce() throws InterruptedException {
        service.takeRequest();
        assertThat(service.requestCount(), is(1));
        assertThat(service.time().delays(), empty());
    }

    private ApiCall<?> call(PaidCall paid) throws IOException {
        VideosClient client = service.client();
        SourceVideo byId = new SourceVideo.ById("video_0");
        return switch (paid) {
            case CREATE -> client.create(new CreateVideoRequest("A fox", null, null, null));
            case EXTEND -> client.extend(new ExtendVideoRequest(byId, "It sleeps", "4", Map.of()));
            case EXTEND_FILE ->
                client.extend(new ExtendVideoRequest(new SourceVideo.OfFile(upload()), "It sleeps", "4", Map.of()));
            case EDIT -> client.edit(new EditVideoRequest(byId, "In snow", Map.of()));
            case REMIX -> client.remix(new RemixVideoRequest("video_0", "In snow", Map.of()));
            case CREATE_CHARACTER ->
                client.createCharacter(new CreateCharacterRequest("Reynard", upload()), new CompletableFuture<>());
        };
    }

    private Upload upload() throws IOException {
        Path file = Files.write(directory.resolve("fox.mp4"), new byte[100_000]);
        return new Upload(file, "video/mp4", 100_000, "not looked at here");
    }
}
