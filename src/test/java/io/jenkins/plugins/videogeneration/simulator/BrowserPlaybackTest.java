package io.jenkins.plugins.videogeneration.simulator;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chromium plays what the simulator serves, straight from the API's own URL. Skipped where there is no Chromium. */
class BrowserPlaybackTest {

    private static final String PAGE = """
            <!doctype html>
            <video muted autoplay src="%s"></video>
            <script>
            const video = document.querySelector('video');
            const report = text => fetch('/report', {method: 'POST', body: text});
            video.onended = () => report(`${video.videoWidth}x${video.videoHeight} ${video.duration} ${video.currentTime}`);
            video.onerror = () => report(`error ${video.error.code} ${video.error.message}`);
            </script>
            """;

    @TempDir
    private Path profile;

    private final CompletableFuture<String> report = new CompletableFuture<>();
    private Process browser;

    /** Its processes write to the profile until they are gone, and the profile is to be deleted. */
    @AfterEach
    void endBrowser() {
        if (browser != null) {
            List<ProcessHandle> processes = Stream.concat(browser.descendants(), Stream.of(browser.toHandle()))
                    .toList();
            processes.forEach(ProcessHandle::destroyForcibly);
            processes.forEach(process -> process.onExit().join());
        }
    }

    @ParameterizedTest
    @CsvSource({"720x1280, 4", "1920x1080, 4"})
    void chromiumPlaysAVideoToItsEnd(String size, String seconds) throws Exception {
        String chromium = chromium();
        VideosSimulator simulator = new VideosSimulator(
                SimulatorSettings.defaults().withKeys(KeyRule.none()).withTotalTime(Duration.ZERO));
        HttpServer page = null;
        try (SimulatorServer server = SimulatorServer.start(simulator, 0)) {
            String id = ApiClient.over(server)
                    .postJson("/videos", "{\"prompt\":\"A cat\",\"size\":\"" + size + "\",\"seconds\":" + seconds + "}")
                    .json()
                    .get("id")
                    .textValue();
            page = servePage(server.baseUrl() + "/videos/" + id + "/content");
            browse(chromium, "http://127.0.0.1:" + page.getAddress().getPort() + "/");
            assertThat(report.get(120, TimeUnit.SECONDS), is(size + " " + seconds + " " + seconds));
        } finally {
            if (page != null) {
                page.stop(0);
            }
        }
    }

    private HttpServer servePage(String video) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            byte[] html = PAGE.formatted(video).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("content-type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, html.length);
            exchange.getResponseBody().write(html);
            exchange.close();
        });
        server.createContext("/report", exchange -> {
            report.complete(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
        });
        server.start();
        return server;
    }

    private void browse(String chromium, String url) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                chromium,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--autoplay-policy=no-user-gesture-required",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                url);
        builder.environment().put("TMPDIR", profile.toString());
        browser = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String chromium() {
        Optional<String> found = Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
        assumeTrue(found.isPresent(), "Chromium is not installed");
        return found.get();
    }
}
