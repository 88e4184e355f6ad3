package io.jenkins.plugins.videogeneration.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.openai.core.MultipartField;
import com.openai.models.videos.VideoCreateParams;
import com.openai.models.videos.VideoListParams;
import com.openai.models.videos.VideoModel;
import com.openai.models.videos.VideoSeconds;
import com.openai.models.videos.VideoSize;
import io.jenkins.plugins.videogeneration.api.CreateVideoRequest;
import io.jenkins.plugins.videogeneration.api.InputReference;
import io.jenkins.plugins.videogeneration.api.ListQuery;
import io.jenkins.plugins.videogeneration.api.Video;
import io.jenkins.plugins.videogeneration.api.VideoPage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.Request;
import okhttp3.Response;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** The calls that renders make, by this project's client, by openai-java, and, for a retrieve, by nothing but their libraries. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class ClientBenchmark {

    private static final String PROMPT = "A paper boat sails down a rainy street";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Benchmark
    public Video retrieveOurs(Service service) throws InterruptedException {
        return service.ours.retrieve(service.id).execute();
    }

    /** As renders that wait are asked for: the answer comes on a thread of the HTTP client. */
    @Benchmark
    public Video retrieveOursAsync(Service service) {
        return service.ours.retrieve(service.id).start().join();
    }

    @Benchmark
    public Object retrieveOpenai(Service service) {
        return service.theirs.videos().retrieve(service.id);
    }

    @Benchmark
    public JsonNode retrieveBare(Service service) throws IOException {
        Request request = new Request.Builder()
                .url(service.baseUrl + "/videos/" + service.id)
                .header("Authorization", "Bearer " + Service.KEY)
                .build();
        try (Response response = service.bare.newCall(request).execute();
                InputStream body = response.body().byteStream()) {
            return JSON.readTree(body);
        }
    }

    @Benchmark
    public VideoPage listOurs(Service service) throws InterruptedException {
        return service.ours.list(ListQuery.newest()).execute();
    }

    @Benchmark
    public Object listOpenai(Service service) {
        return service.theirs
                .videos()
                .list(VideoListParams.builder()
                        .limit(100)
                        .order(VideoListParams.Order.DESC)
                        .build())
                .data();
    }

    @Benchmark
    public Video createJsonOurs(Service service) throws InterruptedException {
        return service.ours
                .create(new CreateVideoRequest(PROMPT, "sora-2", "720x1280", "8"))
                .execute();
    }

    /** It has no create as JSON: its create without a file is multipart. */
    @Benchmark
    public Object createJsonOpenai(Service service) {
        return service.theirs.videos().create(theirs().build());
    }

    @Benchmark
    public Video createMultipartOurs(Service service) throws InterruptedException {
        return service.ours
                .create(new CreateVideoRequest(
                        PROMPT,
                        "sora-2",
                        "720x1280",
                        "8",
                        new InputReference.OfFile(service.upload),
                        List.of(),
                        Map.of()))
                .execute();
    }

    @Benchmark
    public Object createMultipartOpenai(Service service) throws IOException {
        try (InputStream picture = Files.newInputStream(service.reference)) {
            return service.theirs
                    .videos()
                    .create(theirs().inputReference(MultipartField.<VideoCreateParams.InputReference>builder()
                                    .value(VideoCreateParams.InputReference.ofStream(picture))
                                    .filename("reference.png")
                                    .contentType("image/png")
                                    .build())
                            .build());
        }
    }

    private static VideoCreateParams.Builder theirs() {
        return VideoCreateParams.builder()
                .prompt(PROMPT)
                .model(VideoModel.SORA_2)
                .size(VideoSize._720X1280)
                .seconds(VideoSeconds._8);
    }
}
