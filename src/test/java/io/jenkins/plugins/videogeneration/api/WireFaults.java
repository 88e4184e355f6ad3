package io.jenkins.plugins.videogeneration.api;

import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;

/** Everything that goes wrong between a client and its service, by the name that docs/faults.md has for it. */
public final class WireFaults {

    /** A port of this machine that needs a privilege to listen at, and whose service nobody has. */
    private static final String NOBODY = "http://127.0.0.1:1/v1";

    private static final String HTML = "<html><head><title>Sign in</title></head></html>";
    private static final String LONG = "{\"error\":{\"message\":\"" + "x".repeat(500_000) + "\"}}";

    /** Makes the fault, and gives the client that it happens to. */
    @FunctionalInterface
    public interface Maker {
        VideosClient befall(ScriptedService service, Base base);
    }

    /** Makes connections that the test closes. */
    @FunctionalInterface
    public interface Base {
        HttpClients on(OkHttpClient.Builder builder);
    }

    private final Map<String, Maker> all = new LinkedHashMap<>();
    private final Duration silence;

    private WireFaults(Duration silence) {
        this.silence = silence;
    }

    /** @param silence how long a client waits for what never comes; where something comes, it waits as long as it has to */
    public static Map<String, Maker> all(Duration silence) {
        WireFaults faults = new WireFaults(silence);
        faults.ofConnections();
        faults.ofTransfers();
        faults.ofSilence();
        faults.ofAnswers();
        return faults.all;
    }

    private void ofConnections() {
        all.put("nobody listens", (service, base) -> client(service, NOBODY, base.on(new OkHttpClient.Builder())));
        all.put("the name is not known", (service, base) -> {
            HttpClients http = base.on(new OkHttpClient.Builder().dns(name -> {
                throw new UnknownHostException(name);
            }));
            return client(service, "http://videos.invalid/v1", http);
        });
        all.put("TLS fails", (service, base) -> {
            service.answerAlways(json(200, "{}")
                    .onRequestStart(new SocketEffect.CloseSocket())
                    .build());
            return client(service, secure(service), base.on(new OkHttpClient.Builder()));
        });
        all.put("the proxy wants a password", (service, base) -> {
            service.answerAlways(json(407, "{}").build());
            return client(service, "http://videos.invalid/v1", base.on(proxied(service)));
        });
        all.put("the proxy wants a password for TLS", (service, base) -> {
            service.answerAlways(json(407, "{}").build());
            return client(service, "https://videos.invalid/v1", base.on(proxied(service)));
        });
        all.put("the proxy refuses the way", (service, base) -> {
            service.answerAlways(json(403, "{}").build());
            return client(service, "https://videos.invalid/v1", base.on(proxied(service)));
        });
    }

    private void ofTransfers() {
        SocketEffect close = new SocketEffect.CloseSocket();
        all.put("reset before the request is read", always(json(200, "{}").onRequestStart(close)));
        all.put("reset before the answer", always(json(200, "{}").onResponseStart(close)));
        all.put("reset within the answer", always(json(500, LONG).onResponseBody(close)));
        all.put(
                "less comes than was announced",
                always(json(200, "{\"id\":").setHeader("Content-Length", 1000).onResponseEnd(close)));
        all.put(
                "more comes than was announced",
                always(json(200, ScriptedService.QUEUED_JOB).setHeader("Content-Length", 7)));
    }

    private void ofSilence() {
        all.put("no answer", never(json(200, "{}").onResponseStart(SocketEffect.Stall.INSTANCE)));
        all.put("the headers come too late", never(json(200, "{}").headersDelay(30, TimeUnit.SECONDS)));
        all.put("the body stops coming", never(json(200, LONG).throttleBody(1024, 30, TimeUnit.SECONDS)));
    }

    private void ofAnswers() {
        for (int status : new int[] {408, 409, 425, 429, 500, 503, 504}) {
            all.put("HTTP " + status, always(json(status, "{\"error\":{\"message\":\"later\"}}")));
        }
        all.put("HTTP 429 with Retry-After: 20", always(json(429, "{}").setHeader("Retry-After", 20)));
        all.put("HTTP 429 with Retry-After: 86400", always(json(429, "{}").setHeader("Retry-After", 86400)));
        all.put(
                "HTTP 429 and a clock that is a year ahead",
                always(json(429, "{}")
                        .setHeader("Date", httpDate(VirtualTime.START.plus(Duration.ofDays(365))))
                        .setHeader(
                                "Retry-After",
                                httpDate(VirtualTime.START
                                        .plus(Duration.ofDays(365))
                                        .plusSeconds(20)))));
        all.put("HTTP 503 that forbids to try again", always(json(503, "{}").setHeader("x-should-retry", "false")));
        all.put("HTTP 502 in HTML", always(html(502, "<html><title>502 Bad Gateway</title></html>")));
        all.put("HTTP 404", always(json(404, "{\"error\":{\"message\":\"Video not found\"}}")));
        all.put("HTTP 410", always(json(410, "{\"error\":{\"message\":\"The asset has expired\"}}")));
        all.put("a login page", always(html(200, HTML)));
        all.put("a redirect to a login page", always(json(302, "").setHeader("Location", "/login?next=%2Fv1")));
        all.put("redirects without end", always(json(302, "").setHeader("Location", "/v1/videos/again")));
        all.put("JSON of something else", always(json(200, "{\"message\":\"Welcome\"}")));
    }

    private static Maker always(MockResponse.Builder answer) {
        return (service, base) -> {
            service.answerAlways(answer.build());
            return service.client();
        };
    }

    private Maker never(MockResponse.Builder answer) {
        return (service, base) -> {
            service.answerAlways(answer.build());
            return service.impatientClient(silence);
        };
    }

    private static VideosClient client(ScriptedService service, String baseUrl, HttpClients http) {
        Endpoint endpoint = Endpoint.of(baseUrl, new Authentication.Bearer(new ApiKey(ScriptedService.KEY)));
        return new VideosClient(endpoint, http, service.time().timing());
    }

    private static OkHttpClient.Builder proxied(ScriptedService service) {
        return new OkHttpClient.Builder().proxy(new Proxy(Proxy.Type.HTTP, service.address()));
    }

    private static String secure(ScriptedService service) {
        return service.baseUrl().newBuilder().scheme("https").build().toString();
    }

    private static MockResponse.Builder json(int status, String body) {
        return ScriptedService.response(status, body);
    }

    private static MockResponse.Builder html(int status, String body) {
        return json(status, body).setHeader("Content-Type", "text/html; charset=utf-8");
    }

    private static String httpDate(java.time.Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.ofInstant(instant, ZoneOffset.UTC));
    }
}
