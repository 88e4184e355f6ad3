package io.jenkins.plugins.videogeneration.service;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import hudson.ProxyConfiguration;
import hudson.util.FormValidation;
import io.jenkins.plugins.videogeneration.simulator.KeyRule;
import io.jenkins.plugins.videogeneration.simulator.SimulatorServer;
import io.jenkins.plugins.videogeneration.simulator.SimulatorSettings;
import io.jenkins.plugins.videogeneration.simulator.VideosSimulator;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The button "Test connection": a real call, and a line for each layer with what to do where it fails. */
@WithJenkins
class TestConnectionTest {

    /** Needs a privilege to listen at, and its service nobody has. */
    private static final int NOBODYS_PORT = 1;

    private static final String KEY = "sesame-0123456789";
    private static final String TIME = "[0-9,]+ ms";
    private static final String EMPTY_LIST = "{\"object\":\"list\",\"data\":[]}";

    private static JenkinsRule jenkins;
    private static HttpKind.DescriptorImpl form;

    private final MockWebServer other = new MockWebServer();

    @BeforeAll
    static void configure(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Keyring.add("right", KEY);
        Keyring.add("wrong", "open-" + KEY);
        form = jenkins.jenkins.getDescriptorByType(HttpKind.DescriptorImpl.class);
    }

    @BeforeEach
    void open() throws Exception {
        other.start();
    }

    @AfterEach
    void close() {
        other.close();
        jenkins.jenkins.setProxy(null);
    }

    @Test
    void saysWhetherTheServiceTakesTheKey() throws Exception {
        try (SimulatorServer studio = SimulatorServer.start(
                new VideosSimulator(SimulatorSettings.defaults().withKeys(KeyRule.exactly(KEY))), 0)) {
            ConnectionLines right = test(studio.baseUrl(), "right");
            assertThat(right.kind(), is(FormValidation.Kind.OK));
            assertThat(right.of("Key"), is("Passed: The service accepts the key."));
            assertThat(right.of("List of videos"), is("Passed: The service has no videos yet."));
            for (String tried : List.of("Connection", "Videos API", "Key", "List of videos")) {
                assertThat(tried, right.time(tried), matchesPattern(TIME));
            }

            ConnectionLines wrong = test(studio.baseUrl(), "wrong");
            assertThat(wrong.kind(), is(FormValidation.Kind.ERROR));
            assertThat(wrong.of("Videos API"), is("Passed: The service answers."));
            assertThat(wrong.of("Key"), containsString("HTTP 401"));
            assertThat(wrong.of("Key"), containsString("Check the API key and the way"));
            assertThat(wrong.time("Key"), matchesPattern(TIME));
            assertThat(wrong.of("List of videos"), is("Not tried: Not tried, because 'Key' failed."));
        }
    }

    @Test
    void asksNobodyIfTheSettingsCannotBeRight() throws Exception {
        assertRefused(other("", ""), "No credential is chosen");
        assertRefused(other("gone", ""), "There is no credential 'gone'");
        assertRefused(
                form.doTestConnection("ftp://studio", AuthenticationScheme.BEARER, "", "right", "", ""),
                "'ftp://studio' is no http or https URL");
        assertRefused(
                form.doTestConnection(url(), AuthenticationScheme.HEADER, "no name", "right", "", ""),
                "needs a name of ASCII letters");
        assertRefused(other("right", "nonsense"), "'nonsense' is no NAME=VALUE");
        assertThat(other.getRequestCount(), is(0));
    }

    @Test
    void hasALineForEachLayerInTheOrderOfTheWay() throws Exception {
        other.enqueue(json(EMPTY_LIST));
        ConnectionLines lines = test(url(), "right");
        assertThat(
                lines.titles(), contains("Proxy", "Name", "Connection", "TLS", "Videos API", "Key", "List of videos"));
        assertThat(lines.of("Proxy"), is("Passed: None. Jenkins has no proxy configured."));
        assertThat(lines.of("TLS"), is("Passed: Not used: the base URL begins with http."));
    }

    @Test
    void sendsTheKeyInTheHeaderThatTheFormNamesOrNotAtAll() throws Exception {
        other.enqueue(json(EMPTY_LIST));
        form.doTestConnection(url(), AuthenticationScheme.HEADER, "api-key", "right", "", "");
        assertThat(other.takeRequest().getHeaders().get("api-key"), is(KEY));

        other.enqueue(json(EMPTY_LIST));
        ConnectionLines without = new ConnectionLines(
                form.doTestConnection(url(), AuthenticationScheme.NONE, "api-key", "right", "", ""));
        assertThat(without.of("Key"), is("Passed: None is sent."));
        assertThat(other.takeRequest().getHeaders().toString(), not(containsString(KEY)));
    }

    @Test
    void tellsServersApartThatAreNoVideosApi() throws Exception {
        other.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "text/html")
                .body("<html><title>Sign in</title></html>")
                .build());
        ConnectionLines page = test(url(), "right");
        assertThat(page.of("Videos API"), containsString("'Sign in'. Check the base URL"));
        assertThat(page.time("Videos API"), matchesPattern(TIME));
        assertThat(page.of("Key"), is("Not tried: Not tried, because 'Videos API' failed."));
        assertThat(page.time("Key"), is(nullValue()));

        other.enqueue(new MockResponse.Builder().code(405).build());
        ConnectionLines withoutList = test(url(), "right");
        assertThat(withoutList.kind(), is(FormValidation.Kind.OK));
        assertThat(withoutList.of("List of videos"), containsString("does not list videos. Renders work without"));
        assertThat(withoutList.time("List of videos"), matchesPattern(TIME));
        assertThat(withoutList.of("Key"), containsString("The first render will."));

        other.enqueue(new MockResponse.Builder().code(404).build());
        ConnectionLines notFound = test(url(), "right");
        assertThat(notFound.kind(), is(FormValidation.Kind.WARNING));
        assertThat(notFound.of("List of videos"), containsString("HTTP 404"));
        assertThat(notFound.of("List of videos"), containsString("Either the base URL is wrong"));
    }

    @Test
    void saysThatNobodyIsThere() throws Exception {
        ConnectionLines noName = test("http://studio.invalid/v1", "right");
        assertThat(noName.of("Name"), containsString("Failed: GET /v1/videos: the name studio.invalid cannot"));
        assertThat(noName.of("Name"), containsString("Check how studio.invalid is written in the base URL"));
        assertThat(noName.time("Name"), matchesPattern(TIME));
        assertThat(noName.of("Connection"), is("Not tried: Not tried, because 'Name' failed."));

        int port = NOBODYS_PORT;
        ConnectionLines refused = test("http://127.0.0.1:" + port + "/v1", "right");
        assertThat(refused.of("Name"), is("Passed: 127.0.0.1 is an address: there is no name to look up."));
        assertThat(refused.time("Connection"), matchesPattern(TIME));
        assertThat(refused.of("Connection"), containsString("Check that the server runs, that 127.0.0.1:" + port));
    }

    @Test
    void saysWhyThereIsNoTls() throws Exception {
        String secure = url().replace("http:", "https:");
        assertThat(test(secure, "right").of("TLS"), containsString("Check that the service speaks TLS on this port"));

        try (MockWebServer unknown = new MockWebServer()) {
            HeldCertificate certificate = new HeldCertificate.Builder()
                    .addSubjectAlternativeName("localhost")
                    .build();
            unknown.useHttps(new HandshakeCertificates.Builder()
                    .heldCertificate(certificate)
                    .build()
                    .sslSocketFactory());
            unknown.start();
            ConnectionLines lines = test("https://localhost:" + unknown.getPort() + "/v1", "right");
            assertThat(lines.of("TLS"), containsString("add it, or its authority, to the trust store"));
            assertThat(lines.time("TLS"), matchesPattern(TIME));
            assertThat(lines.of("Videos API"), is("Not tried: Not tried, because 'TLS' failed."));
        }
    }

    @Test
    void goesThroughTheProxyOfJenkinsUnlessTheHostNeedsNone() throws Exception {
        jenkins.jenkins.setProxy(proxy(""));
        other.enqueue(json(EMPTY_LIST));
        ConnectionLines through = test("http://studio.invalid/v1", "right");
        assertThat(through.kind(), is(FormValidation.Kind.WARNING));
        assertThat(through.of("Proxy"), containsString(":" + other.getPort() + ", from the proxy settings"));
        assertThat(through.of("Name"), is("Passed: The proxy looks up studio.invalid."));
        assertThat(through.of("TLS"), containsString("Without TLS everybody on the way can read the key"));

        other.enqueue(new MockResponse.Builder().code(403).build());
        ConnectionLines refusing = test("https://studio.invalid/v1", "right");
        assertThat(refusing.of("Proxy"), containsString("There is no way through the proxy"));
        assertThat(refusing.of("Proxy"), containsString("and that it lets through studio.invalid:443"));
        assertThat(refusing.time("Proxy"), matchesPattern(TIME));
        assertThat(refusing.of("TLS"), is("Not tried: Not tried, because 'Proxy' failed."));

        jenkins.jenkins.setProxy(proxy("*.invalid"));
        ConnectionLines except = test("http://studio.invalid/v1", "right");
        assertThat(except.of("Proxy"), is("Passed: Not used: the proxy settings of Jenkins except this host."));
        assertThat(except.of("Name"), containsString("cannot be resolved"));
    }

    private ProxyConfiguration proxy(String notFor) {
        return new ProxyConfiguration(other.getHostName(), other.getPort(), null, null, notFor);
    }

    @Test
    void neverShowsTheKeyNorMarkupThoughTheServiceSaysIt() throws Exception {
        other.enqueue(new MockResponse.Builder()
                .code(403)
                .addHeader("Content-Type", "application/json")
                .addHeader("x-request-id", KEY)
                .body("{\"error\":{\"message\":\"<img src=x> " + KEY + " is not paid for\",\"code\":\"" + KEY + "\"}}")
                .build());
        FormValidation answer = other("right", "");
        assertThat(new ConnectionLines(answer).of("Key"), containsString("is not paid for"));
        assertThat(answer.renderHtml(), not(containsString(KEY)));
        assertThat(answer.renderHtml(), not(containsString("<img")));
    }

    @Test
    void tellsOfARedirectThatAPaidRequestWouldNotFollow() throws Exception {
        try (MockWebServer moved = new MockWebServer()) {
            moved.start();
            String base = moved.url("/proxy/v1").toString();
            other.enqueue(new MockResponse.Builder()
                    .code(308)
                    .addHeader("Location", base + "/videos?limit=1&token=4711")
                    .build());
            moved.enqueue(json(EMPTY_LIST));
            FormValidation answer = other("right", "");
            ConnectionLines lines = new ConnectionLines(answer);
            assertThat(lines.kind(), is(FormValidation.Kind.WARNING));
            assertThat(
                    lines.of("Videos API"),
                    is("Warning: The service answers, but redirects to " + base
                            + ". A request that is paid for does not" + " follow a redirect, so it would fail. Enter "
                            + base + " as the base URL."));
            assertThat(answer.renderHtml(), not(containsString("4711")));
        }
    }

    @Test
    void asksOnceForOneVideoWhichCostsNothing() throws Exception {
        other.enqueue(json("{\"object\":\"list\",\"data\":[{\"id\":\"video_1\",\"object\":\"video\"}]}"));
        assertThat(test(url(), "right").of("List of videos"), is("Passed: The service lists videos."));
        RecordedRequest asked = other.takeRequest();
        assertThat(asked.getMethod() + " " + asked.getTarget(), is("GET /v1/videos?limit=1"));

        other.enqueue(new MockResponse.Builder().code(500).build());
        assertThat(test(url(), "right").of("Videos API"), containsString("HTTP 500"));
        assertThat(other.getRequestCount(), is(2));
    }

    private ConnectionLines test(String baseUrl, String credentialsId) throws InterruptedException {
        return new ConnectionLines(
                form.doTestConnection(baseUrl, AuthenticationScheme.BEARER, "", credentialsId, "", ""));
    }

    private FormValidation other(String credentialsId, String headers) throws InterruptedException {
        return form.doTestConnection(url(), AuthenticationScheme.BEARER, "", credentialsId, headers, "");
    }

    private static void assertRefused(FormValidation answer, String words) {
        assertThat(answer.kind, is(FormValidation.Kind.ERROR));
        assertThat(answer.getMessage().replace("&#039;", "'"), containsString(words));
    }

    private String url() {
        return other.url("/v1").toString();
    }

    private static MockResponse json(String body) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }
}
