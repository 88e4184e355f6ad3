package io.jenkins.plugins.videogeneration.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The key goes into one header of a request and into nothing that people or files get to see. */
@Timeout(60)
class SecrecyTest {

    private static final String KEY = ScriptedService.KEY;

    @RegisterExtension
    final ScriptedService service = new ScriptedService();

    static List<Arguments> answersThatQuoteTheKey() {
        String quoted = "{\"error\":{\"message\":\"Incorrect key KEY\",\"code\":\"KEY\",\"param\":\"KEY\"}}";
        return List.of(
                quoting("in every field of an error", json(401, quoted)),
                quoting("in an error of the service", json(500, quoted)),
                quoting("in a text", json(403, "Bearer KEY may not do this")),
                quoting("in a page's title", json(404, "<html><title>KEY</title>")),
                quoting("where the text is cut", json(400, "x".repeat(480) + "KEY")),
                quoting("in a success that is none", json(200, "{\"message\":\"KEY\"}")),
                quoting("in the request id", json(400, "{}").setHeader("x-request-id", "req KEY")),
                quoting("in the content type", json(200, "").setHeader("Content-Type", "text/KEY")),
                quoting("in a redirect", json(302, "").setHeader("Location", "http:///nowhere?key=KEY")),
                quoting("in a status line that is no HTTP", json(200, "").status("KEY is wrong")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answersThatQuoteTheKey")
    void noFailureTellsTheKeyEvenIfTheServiceQuotesIt(String where, MockResponse answer) throws Exception {
        for (int attempt = 0; attempt < RetryPolicy.READS.maxAttempts(); attempt++) {
            service.answer(answer);
        }

        VideosException e = assertThrows(
                VideosException.class, () -> service.client().retrieve("a").execute());

        assertThat(traceOf(e), not(containsString(KEY)));
        assertThat(e.failure().toString(), not(containsString(KEY)));
        assertThat(new String(serialized(e), StandardCharsets.ISO_8859_1), not(containsString(KEY)));
    }

    @Test
    void aJobThatFailedTellsNoKeyEvenIfTheServiceQuotesIt() throws Exception {
        String job = "{'id':'a','status':'STATUS','error':{'code':'code KEY','message':'Bearer KEY was refused'}}"
                .replace('\'', '"')
                .replace("KEY", KEY);
        service.answer(200, job.replace("STATUS", "failed"));
        service.answer(200, job.replace("STATUS", "waiting for " + KEY));
        service.answer(200, "{\"data\":[" + job.replace("STATUS", "failed") + "]}");
        service.answer(200, "{\"id\":\"a\",\"status\":\"failed\",\"error\":\"no " + KEY + "\"}");

        Video failed = service.client().retrieve("a").execute();
        Video waiting = service.client().retrieve("a").execute();
        VideoPage page = service.client().list(ListQuery.newest()).execute();
        Video inWords = service.client().retrieve("a").execute();

        assertThat(failed.error().toString(), is("Bearer **** was refused (code ****)"));
        assertThat(waiting.status().value(), is("waiting for ****"));
        assertThat(page.videos().get(0).error(), is(failed.error()));
        assertThat(inWords.error().toString(), is("no ****"));
    }

    @Test
    void aFailureCanBeSavedAndReadBack() throws Exception {
        service.answer(400, "{\"error\":{\"message\":\"Bad\",\"code\":\"c\",\"param\":\"p\"}}");
        VideosException e = assertThrows(
                VideosException.class, () -> service.client().retrieve("a").execute());

        VideosException copy =
                (VideosException) new ObjectInputStream(new ByteArrayInputStream(serialized(e))).readObject();

        assertThat(copy.failure(), is(e.failure()));
        assertThat(copy.getMessage(), is(e.getMessage()));
    }

    @Test
    void aProxyOnTheWayToAServiceWithTlsSeesNoKey() throws Exception {
        service.answer(403, "{}");
        HttpClients proxied = HttpClients.basedOn(new OkHttpClient.Builder()
                .proxy(new Proxy(Proxy.Type.HTTP, service.address()))
                .build());
        Endpoint endpoint =
                Endpoint.of("https://videos.invalid/v1?key=" + KEY, new Authentication.Bearer(new ApiKey(KEY)));

        CompletableFuture<Video> call = new VideosClient(
                        endpoint, proxied, VirtualTime.standingStill().timing())
                .retrieve("a")
                .start();

        RecordedRequest seen = service.takeRequest();
        call.cancel(true);
        proxied.close();
        assertThat(seen.getRequestLine(), is("CONNECT videos.invalid:443 HTTP/1.1"));
        assertThat(seen.getHeaders().toString(), not(containsString(KEY)));
    }

    @Test
    void nothingShowsTheKeyAsText() {
        ApiKey key = new ApiKey(KEY);
        Endpoint endpoint = new Endpoint(
                service.baseUrl(), new Authentication.Bearer(key), Map.of(), Map.of(), CreateEncoding.AUTO);

        for (Object object : new Object[] {
            key,
            new Authentication.Bearer(key),
            new Authentication.Header("api-key", key),
            endpoint,
            service.client(endpoint),
            service.client(endpoint).retrieve("a"),
            endpoint.authentication().key()
        }) {
            assertThat(object.toString(), not(containsString(KEY)));
        }
    }

    private static MockResponse.Builder json(int status, String body) {
        return ScriptedService.response(status, body.replace("KEY", KEY));
    }

    private static Arguments quoting(String where, MockResponse.Builder response) {
        for (String name : List.copyOf(response.getHeaders().names())) {
            response.setHeader(name, response.getHeaders().get(name).replace("KEY", KEY));
        }
        response.status(response.getStatus().replace("KEY", KEY));
        return Arguments.of(where, response.build());
    }

    private static String traceOf(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static byte[] serialized(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }
}
