package io.jenkins.plugins.videogeneration.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.nio.file.Path;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What goes out to a service, and what a hostile one can do to a terminal. */
@Timeout(60)
class ServiceOptionsTest {

    private final MockWebServer server = new MockWebServer();

    @TempDir
    private Path folder;

    private String baseUrl;

    @BeforeEach
    void start() throws IOException {
        server.start();
        baseUrl = server.url("/openai/v1?api-version=preview").toString();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theKeyIsABearerTokenByDefault() throws InterruptedException {
        RecordedRequest request = list(Cli.forService(folder, baseUrl, "sk-1"));

        assertThat(request.getHeaders().get("Authorization"), is("Bearer sk-1"));
        assertThat(request.getTarget(), is("/openai/v1/videos?api-version=preview"));
    }

    @Test
    void theKeyIsInAHeaderOfItsOwnOnDemandAndNowhereElse() throws InterruptedException {
        RecordedRequest request = list(Cli.forService(folder, baseUrl, "sk-1"), "--auth-header", "api-key");

        assertThat(request.getHeaders().get("api-key"), is("sk-1"));
        assertThat(request.getHeaders().get("Authorization"), is(nullValue()));
    }

    @Test
    void withoutAKeyThereIsNoHeader() throws InterruptedException {
        RecordedRequest request = list(new Cli(folder), "--base-url", baseUrl);

        assertThat(request.getHeaders().get("Authorization"), is(nullValue()));
    }

    @Test
    void whatAServiceSaysCannotSteerTheTerminal() {
        server.enqueue(answer(200, "{'id':'video_\\u001b[2J1','status':'queued','prompt':'\\u001b]0;owned\\u0007hi'}"));
        Cli.Result video = Cli.forService(folder, baseUrl, "sk-1").run("retrieve", "video_1");

        server.enqueue(answer(400, "{'error':{'message':'no\\u001b[31m way','code':'\\u001b[1m'}}"));
        Cli.Result error = Cli.forService(folder, baseUrl, "sk-1").run("retrieve", "video_1");

        assertThat(video.exitCode(), is(ExitCode.OK));
        assertThat(video.out(), not(containsString("\u001b")));
        assertThat(error.exitCode(), is(ExitCode.REFUSED));
        assertThat(error.err(), not(containsString("\u001b")));
    }

    private RecordedRequest list(Cli cli, String... options) throws InterruptedException {
        server.enqueue(answer(200, "{'object':'list','data':[]}"));
        String[] args = new String[options.length + 1];
        args[0] = "list";
        System.arraycopy(options, 0, args, 1, options.length);
        Cli.Result result = cli.run(args);
        assertThat(result.err(), result.exitCode(), is(ExitCode.OK));
        assertThat(result.lastLine(), is("No videos."));
        return server.takeRequest();
    }

    private static MockResponse answer(int status, String json) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("content-type", "application/json")
                .body(json.replace('\'', '"'))
                .build();
    }
}
