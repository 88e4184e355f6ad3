package io.jenkins.plugins.videogeneration.render;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jenkins.plugins.videogeneration.api.ApiKey;
import io.jenkins.plugins.videogeneration.api.Authentication;
import io.jenkins.plugins.videogeneration.api.CreateEncoding;
import io.jenkins.plugins.videogeneration.api.CreateVideoRequest;
import io.jenkins.plugins.videogeneration.api.EditVideoRequest;
import io.jenkins.plugins.videogeneration.api.Endpoint;
import io.jenkins.plugins.videogeneration.api.ExtendVideoRequest;
import io.jenkins.plugins.videogeneration.api.InputReference;
import io.jenkins.plugins.videogeneration.api.RemixVideoRequest;
import io.jenkins.plugins.videogeneration.api.ScriptedService;
import io.jenkins.plugins.videogeneration.api.SourceVideo;
import io.jenkins.plugins.videogeneration.api.Upload;
import io.jenkins.plugins.videogeneration.api.Video;
import io.jenkins.plugins.videogeneration.api.VideosException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a client has to do to live with every server that speaks the Videos API, in twenty points: how requests are made
 * and answers are read. Each test is named after its point.
 */
class PointsOneToTenTest {

    private static final CreateVideoRequest CAT = new CreateVideoRequest("A cat", "any-model", "64x48", "4");

    @RegisterExtension
    final ScriptedService service = new ScriptedService();

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({"none,,", "bearer, Authorization, Bearer ", "header, x-litellm-api-key, ''"})
    void point01_aWholeBaseUrlWithQueryAndHeadersAndOneOfThreeWaysToShowAKey(String way, String header, String before)
            throws InterruptedException {
        ApiKey key = new ApiKey(ScriptedService.KEY);
        Authentication authentication =
                switch (way) {
                    case "none" -> new Authentication.None();
                    case "bearer" -> new Authentication.Bearer(key);
                    default -> new Authentication.Header(header, key);
                };
        HttpUrl base = HttpUrl.get(service.baseUrl() + "/../openai/v1/");
        Endpoint endpoint = new Endpoint(
                base, authentication, Map.of("X-Team", "a"), Map.of("api-version", "p"), CreateEncoding.AUTO);
        service.answer(200, ScriptedService.QUEUED_JOB);
        service.client(endpoint).retrieve("video_1").execute();
        RecordedRequest request = service.takeRequest();
        assertThat(request.getTarget(), is("/openai/v1/videos/video_1?api-version=p"));
        assertThat(request.getHeaders().get("X-Team"), is("a"));
        String all = request.getHeaders().toString();
        if (header == null) {
            assertThat(all, not(containsString(ScriptedService.KEY)));
        } else {
            assertThat(
                    request.getHeaders().get(header), is(before + (before.isEmpty() ? "" : " ") + ScriptedService.KEY));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "AUTO,      false, application/json",
        "AUTO,      true,  multipart/form-data",
        "MULTIPART, false, multipart/form-data",
        "JSON,      true,  application/json"
    })
    void point02_theServiceDecidesHowACreateIsWritten(CreateEncoding encoding, boolean withFile, String type)
            throws Exception {
        service.answer(200, ScriptedService.QUEUED_JOB);
        service.client(endpoint(encoding))
                .create(withFile ? catFrom(image()) : CAT)
                .execute();
        assertThat(service.takeRequest().getHeaders().get("Content-Type"), startsWith(type));
    }

    @Test
    void point03_remixEditAndExtensionByIdAreJsonWhateverACreateIs() throws InterruptedException {
        SourceVideo source = new SourceVideo.ById("video_1");
        for (int i = 0; i < 3; i++) {
            service.answer(200, ScriptedService.QUEUED_JOB);
        }
        var client = service.client(endpoint(CreateEncoding.MULTIPART));
        client.remix(new RemixVideoRequest("video_1", "In red", Map.of())).execute();
        client.edit(new EditVideoRequest(source, "In red", Map.of())).execute();
        client.extend(new ExtendVideoRequest(source, "More", "4", Map.of())).execute();
        for (int i = 0; i < 3; i++) {
            assertThat(service.takeRequest().getHeaders().get("Content-Type"), is("application/json"));
        }
    }

    @Test
    void point04_aFilePartSaysWhatItIs() throws Exception {
        service.answer(200, ScriptedService.QUEUED_JOB);
        service.client().create(catFrom(image())).execute();
        String body = service.takeRequest().getBody().utf8();
        assertThat(body, containsString("name=\"input_reference\"; filename=\"image.png\""));
        assertThat(body, containsString("Content-Type: image/png"));
        assertThat(body, not(containsString("octet-stream")));
    }

    @ParameterizedTest
    @CsvSource({"AUTO, '\"seed\":7'", "MULTIPART, '\r\n\r\n7\r\n'"})
    void point05_anyModelSizeAndStatusAndParametersOfTheServicesOwn(CreateEncoding encoding, String seed)
            throws InterruptedException {
        service.answer(200, "{\"id\":\"v\",\"status\":\"pondering\",\"model\":\"nobody-knows\"}");
        CreateVideoRequest request =
                new CreateVideoRequest("A cat", "nobody-knows", "1x1", "0.5", null, List.of(), Map.of("seed", 7));
        Video video = service.client(endpoint(encoding)).create(request).execute();
        assertThat(video.status().value(), is("pondering"));
        assertThat(service.takeRequest().getBody().utf8(), containsString(seed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'seconds':8,'created_at':1793000000,'x':{} | 8",
                "'seconds':8.5,'created_at':1793000000000 | 8.5",
                "'seconds':null,'duration':'8','created_at':'2026-10-26T07:33:20Z' | 8",
                "'seconds':'8','created_at':1793000000.0,'error':{'code':500,'message':null} | 8"
            },
            quoteCharacter = '"')
    void point06_answersAreReadLeniently(String fields, String seconds) throws InterruptedException {
        service.answer(200, ("{'id':'v','status':'queued'," + fields + "}").replace('\'', '"'));
        Video video = service.client().retrieve("v").execute();
        assertThat(video.seconds(), is(seconds));
        assertThat(video.createdAt(), is(Instant.ofEpochSecond(1_793_000_000)));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202})
    void point07_any2xxIsAnAcceptedCreate(int status) throws InterruptedException {
        service.answer(status, ScriptedService.QUEUED_JOB);
        assertThat(service.client().create(CAT).execute().id(), is("video_1"));
    }

    @ParameterizedTest
    @CsvSource({
        "completed, success", "succeeded, success", "done, success", "failed, failure", "cancelled, failure",
        "canceled, failure", "expired, failure", "deleted, failure", "error, failure", "rejected, failure",
        "processing, running", "unknown, running", "NOT_START, running", "in_progress, running", "queued, running"
    })
    void point08_wordsForTheEndAndEverythingElseGoesOn(String word, String meaning) throws InterruptedException {
        service.answer(200, "{\"id\":\"v\",\"status\":\"" + word + "\"}");
        Video video = service.client().retrieve("v").execute();
        assertThat(video.status().isSuccess(), is(meaning.equals("success")));
        assertThat(video.status().isFailure(), is(meaning.equals("failure")));
        assertThat(video.status().isFinal(), is(!meaning.equals("running")));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 422, 500, 507})
    void point09_aFailedJobBehindAnHttpErrorIsAJob(int status) throws InterruptedException {
        service.answer(
                status,
                "{\"id\":\"v\",\"object\":\"video\",\"status\":\"failed\",\"error\":{\"code\":507,\"message\":\"oom\"}}");
        Video video = service.client().retrieve("v").execute();
        assertThat(video.error().toString(), is("oom (507)"));
        assertThat(service.requestCount(), is(1));
    }

    @Test
    void point09_anErrorWithAnIdOfItsOwnIsNoJob() {
        for (int i = 0; i < 4; i++) {
            service.answer(500, "{\"id\":\"req_1\",\"status\":\"error\",\"message\":\"upstream\"}");
        }
        assertThrows(
                VideosException.Server.class,
                () -> service.client().retrieve("v").execute());
        service.answer(500, "{\"id\":\"req_2\",\"status\":\"failed\",\"message\":\"upstream\"}");
        VideosException e = assertThrows(
                VideosException.Server.class, () -> service.client().create(CAT).execute());
        assertThat(e.leavesOpenWhetherDone(), is(true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'error':{'message':'too large','type':'None','param':'None','code':null}} | too large",
                "{'error':'too large'} | too large",
                "{'detail':'too large'} | too large",
                "{'detail':[{'loc':['body','size'],'msg':'too large'}]} | size: too large",
                "{'message':'too large'} | too large",
                "too large | too large",
                "<html><title>too large</title></html> | an HTML page 'too large'",
                "{'error':{'message':'None'}} | the service gave no reason"
            },
            quoteCharacter = '`')
    void point10_everyShapeOfAnErrorIsOneClearLine(String body, String line) {
        service.answer(413, body.replace('\'', body.startsWith("{") ? '"' : '\''));
        VideosException e = assertThrows(
                VideosException.BadRequest.class,
                () -> service.client().create(CAT).execute());
        assertThat(e.getMessage(), is("POST /v1/videos: HTTP 413: " + line));
        assertThat(e.failure().param(), is(nullValue()));
    }

    @Test
    void point10_theAnswerToAWrongKeyMayBeALoginPage() {
        service.answer(ScriptedService.response(302, "")
                .setHeader("Location", "/login?next=%2Fv1%2Fvideos")
                .build());
        VideosException e = assertThrows(
                VideosException.Authentication.class,
                () -> service.client().retrieve("v").execute());
        assertThat(e.getMessage(), allOf(containsString("login page"), not(endsWith("videos"))));
        assertThat(service.requestCount(), is(1));
    }

    private CreateVideoRequest catFrom(Path image) throws IOException {
        return new CreateVideoRequest(
                "A cat",
                "any-model",
                "64x48",
                "4",
                new InputReference.OfFile(Upload.of("inputReference", image)),
                List.of(),
                Map.of());
    }

    private Path image() throws IOException {
        // its name says the wrong thing, as people's do
        Path image = home.resolve("start.mp4");
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", image.toFile());
        return image;
    }

    private Endpoint endpoint(CreateEncoding encoding) {
        return new Endpoint(
                service.baseUrl(),
                new Authentication.Bearer(new ApiKey(ScriptedService.KEY)),
                Map.of(),
                Map.of(),
                encoding);
    }
}
