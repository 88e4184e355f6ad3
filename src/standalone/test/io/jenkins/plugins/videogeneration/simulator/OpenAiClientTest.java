package io.jenkins.plugins.videogeneration.simulator;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.MultipartField;
import com.openai.core.http.HttpResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.errors.UnauthorizedException;
import com.openai.models.videos.ImageInputReferenceParam;
import com.openai.models.videos.Video;
import com.openai.models.videos.VideoCreateCharacterParams;
import com.openai.models.videos.VideoCreateCharacterResponse;
import com.openai.models.videos.VideoCreateParams;
import com.openai.models.videos.VideoDeleteResponse;
import com.openai.models.videos.VideoDownloadContentParams;
import com.openai.models.videos.VideoEditParams;
import com.openai.models.videos.VideoExtendParams;
import com.openai.models.videos.VideoGetCharacterResponse;
import com.openai.models.videos.VideoListParams;
import com.openai.models.videos.VideoModel;
import com.openai.models.videos.VideoRemixParams;
import com.openai.models.videos.VideoSeconds;
import com.openai.models.videos.VideoSize;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first owner's own client, as an independent judge of the protocol. */
class OpenAiClientTest {

    private final TurnableClock clock = new TurnableClock();
    private final VideosSimulator simulator = new VideosSimulator(
            SimulatorSettings.defaults().withKeys(KeyRule.exactly("right")),
            new InMemoryJobStore(),
            clock,
            new Random(1));
    private SimulatorServer server;
    private OpenAIClient client;

    @BeforeEach
    void start() throws IOException {
        server = SimulatorServer.start(simulator, 0);
        client = client("right");
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void createsWaitsDownloadsAndDeletes() throws IOException {
        Video created = client.videos()
                .create(VideoCreateParams.builder()
                        .prompt("A cat")
                        .model(VideoModel.SORA_2_PRO)
                        .size(VideoSize._1280X720)
                        .seconds(VideoSeconds._8)
                        .build());
        assertThat(created.status(), is(Video.Status.QUEUED));
        assertThat(created.model(), is(VideoModel.SORA_2_PRO));
        assertThat(created.size(), is(VideoSize._1280X720));
        assertThat(created.seconds(), is(VideoSeconds._8));

        clock.turn(SimulatorSettings.defaults().queueTime());
        assertThat(client.videos().retrieve(created.id()).status(), is(Video.Status.IN_PROGRESS));
        clock.turn(SimulatorSettings.defaults().renderTime());
        Video completed = client.videos().retrieve(created.id());
        assertThat(completed.validate().status(), is(Video.Status.COMPLETED));
        assertThat(completed.progress(), is(100L));

        try (HttpResponse content = client.videos().downloadContent(created.id())) {
            byte[] bytes = content.body().readAllBytes();
            assertThat(new String(bytes, 4, 4, StandardCharsets.US_ASCII), is("ftyp"));
        }
        assertThat(picture(created.id(), VideoDownloadContentParams.Variant.THUMBNAIL), is(greaterThan(1)));
        assertThat(picture(created.id(), VideoDownloadContentParams.Variant.SPRITESHEET), is(greaterThan(1)));

        VideoDeleteResponse deleted = client.videos().delete(created.id());
        assertThat(deleted.validate().deleted(), is(true));
        assertThrows(NotFoundException.class, () -> client.videos().retrieve(created.id()));
    }

    @Test
    void listsPageAfterPage() {
        for (int i = 0; i < 5; i++) {
            client.videos()
                    .create(VideoCreateParams.builder().prompt("Cat " + i).build());
        }
        VideoListParams twoAtATime = VideoListParams.builder()
                .limit(2)
                .order(VideoListParams.Order.ASC)
                .build();
        List<String> prompts = client.videos().list(twoAtATime).autoPager().stream()
                .map(video -> video.prompt().orElse(""))
                .toList();
        assertThat(prompts, is(List.of("Cat 0", "Cat 1", "Cat 2", "Cat 3", "Cat 4")));
        assertThat(simulator.count(Operation.LIST), is(3L));
    }

    @Test
    void remixesExtendsAndEdits() {
        String id = completed();
        Video remix = client.videos()
                .remix(id, VideoRemixParams.builder().prompt("A dog").build());
        assertThat(remix.validate().remixedFromVideoId().orElse(""), is(id));

        Video longer = client.videos()
                .extend(VideoExtendParams.builder()
                        .video(VideoExtendParams.Video.VideoReferenceInputParam.builder()
                                .id(id)
                                .build())
                        .prompt("And on")
                        .seconds(VideoSeconds._8)
                        .build());
        assertThat(longer.validate().seconds(), is(VideoSeconds._12));

        Video blue = client.videos()
                .edit(VideoEditParams.builder()
                        .video(VideoEditParams.Video.VideoReferenceInputParam.builder()
                                .id(id)
                                .build())
                        .prompt("In blue")
                        .build());
        assertThat(blue.validate().seconds(), is(VideoSeconds._4));
    }

    @Test
    void uploadsVideosAndPictures(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("cat.mp4");
        try (HttpResponse content = client.videos().downloadContent(completed())) {
            Files.copy(content.body(), file);
        }
        Video longer = client.videos()
                .extend(VideoExtendParams.builder()
                        .video(file)
                        .prompt("And on")
                        .seconds(VideoSeconds._4)
                        .build());
        assertThat(longer.validate().seconds(), is(VideoSeconds._8));
        Video blue = client.videos()
                .edit(VideoEditParams.builder().video(file).prompt("In blue").build());
        assertThat(blue.validate().seconds(), is(VideoSeconds._4));

        VideoCreateCharacterResponse character = client.videos()
                .createCharacter(VideoCreateCharacterParams.builder()
                        .name("Whiskers")
                        .video(file)
                        .build());
        VideoGetCharacterResponse fetched =
                client.videos().getCharacter(character.id().orElseThrow());
        assertThat(fetched.validate().name().orElse(""), is("Whiskers"));
        Video starring = client.videos()
                .create(VideoCreateParams.builder()
                        .prompt("Whiskers sleeps")
                        .putAdditionalBodyProperty(
                                "characters",
                                JsonValue.from(
                                        List.of(Map.of("id", character.id().orElseThrow()))))
                        .build());
        assertThat(starring.validate().status(), is(Video.Status.QUEUED));

        InputStream picture = new ByteArrayInputStream(TestImages.encoded("png", 720, 1280));
        Video started = client.videos()
                .create(VideoCreateParams.builder()
                        .prompt("A cat")
                        .inputReference(MultipartField.<VideoCreateParams.InputReference>builder()
                                .value(VideoCreateParams.InputReference.ofStream(picture))
                                .filename("cat.png")
                                .contentType("image/png")
                                .build())
                        .build());
        assertThat(started.validate().status(), is(Video.Status.QUEUED));
    }

    @ParameterizedTest
    @CsvSource({"720, 1280, true", "640, 480, false"})
    void namesPicturesByTheirAddress(int width, int height, boolean fits) throws IOException {
        String content = Base64.getEncoder().encodeToString(TestImages.encoded("png", width, height));
        VideoCreateParams params = VideoCreateParams.builder()
                .prompt("A cat")
                .inputReference(ImageInputReferenceParam.builder()
                        .imageUrl("data:image/png;base64," + content)
                        .build())
                .build();
        if (fits) {
            assertThat(client.videos().create(params).validate().status(), is(Video.Status.QUEUED));
        } else {
            BadRequestException refused = assertThrows(
                    BadRequestException.class, () -> client.videos().create(params));
            assertThat(refused.param().orElse(""), is("input_reference"));
        }
    }

    @Test
    void namesPicturesByTheirFileId() {
        Video started = client.videos()
                .create(VideoCreateParams.builder()
                        .prompt("A cat")
                        .inputReference(ImageInputReferenceParam.builder()
                                .fileId("file_1")
                                .build())
                        .build());
        assertThat(started.validate().status(), is(Video.Status.QUEUED));
    }

    @Test
    void errorsAreUnderstood() {
        BadRequestException refused = assertThrows(
                BadRequestException.class,
                () -> client.videos()
                        .create(VideoCreateParams.builder().prompt("").build()));
        assertThat(refused.param().orElse(""), is("prompt"));
        assertThat(refused.code().orElse(""), is("invalid_value"));
        OpenAIClient stranger = client("wrong");
        try {
            UnauthorizedException stopped = assertThrows(
                    UnauthorizedException.class, () -> stranger.videos().list());
            assertThat(stopped.code().orElse(""), is("invalid_api_key"));
        } finally {
            stranger.close();
        }
    }

    /** The width of a picture that goes with a video. */
    private int picture(String id, VideoDownloadContentParams.Variant variant) throws IOException {
        VideoDownloadContentParams params =
                VideoDownloadContentParams.builder().variant(variant).build();
        try (HttpResponse content = client.videos().downloadContent(id, params)) {
            return ImageIO.read(content.body()).getWidth();
        }
    }

    private String completed() {
        Video video = client.videos()
                .create(VideoCreateParams.builder().prompt("A cat").build());
        clock.turn(SimulatorSettings.defaults()
                .queueTime()
                .plus(SimulatorSettings.defaults().renderTime()));
        return video.id();
    }

    private OpenAIClient client(String key) {
        return OpenAIOkHttpClient.builder()
                .baseUrl(server.baseUrl())
                .apiKey(key)
                .maxRetries(0)
                .build();
    }
}
