package io.jenkins.plugins.videogeneration.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/** What the options make of a request. */
@Timeout(60)
class RequestOptionsTest {

    private static final String[] EXTRAS = {
        "--extra", "seed=7",
        "--extra", "guidance_scale=7.5",
        "--extra", "loop=true",
        "--extra", "tags=[\"a\", 2]",
        "--extra", "negative_prompt=no text, no logo",
        "--extra", "version=007",
        "--extra", "label=\"7\"",
        "--extra", "formula=a=b"
    };

    private final MockWebServer server = new MockWebServer();

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void extrasKeepTheirTypeInJson() throws Exception {
        JsonNode body =
                new ObjectMapper().readTree(sent("create", EXTRAS).getBody().utf8());

        assertThat(body.path("prompt").textValue(), is("A fox"));
        assertThat(body.path("seed").isInt(), is(true));
        assertThat(body.path("guidance_scale").doubleValue(), is(7.5));
        assertThat(body.path("loop").isBoolean(), is(true));
        assertThat(body.path("tags").toString(), is("[\"a\",2]"));
        assertThat(body.path("negative_prompt").textValue(), is("no text, no logo"));
        assertThat(body.path("version").textValue(), is("007"));
        assertThat(body.path("label").textValue(), is("7"));
        assertThat(body.path("formula").textValue(), is("a=b"));
    }

    @Test
    void extrasAreTextInMultipart() throws Exception {
        RecordedRequest request = sent("create", "--extra", "seed=7", "--create-encoding", "multipart");

        assertThat(request.getHeaders().get("Content-Type"), startsWith("multipart/form-data"));
        assertThat(request.getBody().utf8(), containsString("name=\"seed\"\r\n\r\n7\r\n"));
    }

    @Test
    void extrasGoWithEveryRender() throws Exception {
        for (String command :
                new String[] {"remix --video-id=v", "edit --video-id=v", "extend --seconds=4 --video-id=v"}) {
            RecordedRequest request = sent(command, "--extra", "seed=7");
            assertThat(command, request.getBody().utf8(), containsString("\"seed\":7"));
        }
    }

    @Test
    void headersAndQueryGoWithTheRequest() throws Exception {
        RecordedRequest request = sent(
                "create",
                "--header",
                "OpenAI-Project=proj_1",
                "-H",
                "X-Trace: a=b, c",
                "--query",
                "api-version=preview",
                "--query",
                "tag=a b&c");

        assertThat(request.getHeaders().get("OpenAI-Project"), is("proj_1"));
        assertThat(request.getHeaders().get("X-Trace"), is("a=b, c"));
        assertThat(request.getUrl().queryParameter("api-version"), is("preview"));
        assertThat(request.getUrl().queryParameter("tag"), is("a b&c"));
    }

    private RecordedRequest sent(String command, String... options) throws InterruptedException {
        server.enqueue(new MockResponse.Builder()
                .code(200)
                .setHeader("content-type", "application/json")
                .body("{\"id\":\"video_1\",\"status\":\"queued\"}")
                .build());
        String[] words = (command + " --prompt").split(" ");
        String[] args = new String[words.length + 1 + options.length];
        System.arraycopy(words, 0, args, 0, words.length);
        args[words.length] = "A fox";
        System.arraycopy(options, 0, args, words.length + 1, options.length);
        Cli.Result result =
                Cli.forService(folder, server.url("/v1").toString(), "sk-1").run(args);
        assertThat(result.err(), result.exitCode(), is(ExitCode.OK));
        return server.takeRequest();
    }
}
