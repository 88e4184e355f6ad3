package io.jenkins.plugins.videogeneration.bench;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import io.jenkins.plugins.videogeneration.api.ApiKey;
import io.jenkins.plugins.videogeneration.api.Authentication;
import io.jenkins.plugins.videogeneration.api.CreateVideoRequest;
import io.jenkins.plugins.videogeneration.api.Endpoint;
import io.jenkins.plugins.videogeneration.api.HttpClients;
import io.jenkins.plugins.videogeneration.api.Timing;
import io.jenkins.plugins.videogeneration.api.Upload;
import io.jenkins.plugins.videogeneration.api.VideosClient;
import io.jenkins.plugins.videogeneration.simulator.SimulatorProcess;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.imageio.ImageIO;
import okhttp3.OkHttpClient;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One service in another process, and the clients that talk to it. */
@State(Scope.Benchmark)
public class Service {

    static final String KEY = "sk-bench";
    private static final int LISTED = 100;
    private static final int REFERENCE_BYTES = 10_000_000;

    VideosClient ours;
    OpenAIClient theirs;
    OkHttpClient bare;
    String baseUrl;
    String id;
    /** A picture of 10 MB: what follows its end is not looked at, but sent. */
    Path reference;
    /** With its digest, which goes into the journal: it is made once for a file, and is no part of the call. */
    Upload upload;

    private SimulatorProcess service;
    private ScheduledExecutorService scheduler;
    private HttpClients http;

    @Setup(Level.Trial)
    public void start() throws Exception {
        service = SimulatorProcess.start(Duration.ofHours(1));
        baseUrl = service.baseUrl();
        scheduler = Executors.newSingleThreadScheduledExecutor();
        http = HttpClients.basedOn(new OkHttpClient());
        ours = new VideosClient(
                Endpoint.of(baseUrl, new Authentication.Bearer(new ApiKey(KEY))), http, Timing.system(scheduler));
        theirs = OpenAIOkHttpClient.builder().baseUrl(baseUrl).apiKey(KEY).build();
        bare = new OkHttpClient();
        for (int i = 0; i < LISTED; i++) {
            id = ours.create(new CreateVideoRequest(
                            "A paper boat sails down a rainy street, number " + i, "sora-2", "720x1280", "8"))
                    .execute()
                    .id();
        }
        reference = Files.write(Files.createTempFile("reference", ".png"), picture());
        upload = Upload.of("inputReference", reference);
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(720, 1280, BufferedImage.TYPE_INT_RGB), "png", png);
        return Arrays.copyOf(png.toByteArray(), REFERENCE_BYTES);
    }

    @TearDown(Level.Trial)
    public void stop() throws IOException {
        theirs.close();
        http.close();
        scheduler.shutdownNow();
        service.close();
        Files.delete(reference);
    }
}
