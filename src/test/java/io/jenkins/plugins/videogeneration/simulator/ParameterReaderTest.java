package io.jenkins.plugins.videogeneration.simulator;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterReaderTest {

    private static final Limits LIMITS = new Limits(200, 2000, 1, Duration.ZERO, 1, 1);
    private static final Set<BodyEncoding> BOTH = EnumSet.allOf(BodyEncoding.class);

    private final ParameterReader reader = new ParameterReader(LIMITS);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a            | {'a':'x'}",
                "a[b]         | {'a':{'b':'x'}}",
                "a[]          | {'a':['x']}",
                "a[][b]       | {'a':[{'b':'x'}]}",
                "a[b][c]      | {'a[b][c]':'x'}",
                "[b]          | {'[b]':'x'}",
                "a[           | {'a[':'x'}",
                "a b          | {'a b':'x'}",
            })
    void bracketedNamesUnfold(String name, String json) throws IOException {
        assertThat(multipart(part(name, "x")).fields(), is(new ObjectMapper().readTree(json.replace('\'', '"'))));
    }

    @Test
    void repeatedNamesGoOnInTheSameObjectOrArray() throws IOException {
        Parameters parameters = multipart(part("a[b]", "1")
                + part("a[c]", "2")
                + part("d[]", "3")
                + part("d[]", "4")
                + part("e[][f]", "5")
                + part("e[][g]", "6")
                + part("e[][f]", "7"));
        assertThat(
                parameters.fields().toString().replace('"', '\''),
                is("{'a':{'b':'1','c':'2'},'d':['3','4'],'e':[{'f':'5','g':'6'},{'f':'7'}]}"));
    }

    @Test
    void aPartWithAFileNameIsAFile() throws IOException {
        Parameters parameters = multipart("--b\r\nContent-Disposition: form-data; name=\"video\"; filename=\"\"\r\n"
                + "Content-Type: Video/MP4\r\n\r\nhello\r\n");
        UploadedFile file = parameters.files().get("video");
        assertThat(file.length(), is(5L));
        assertThat(file.declares("video/"), is(true));
        assertThat(file.declares("image/"), is(false));
        assertThat(parameters.fields().isEmpty(), is(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing like it",
                "--b",
                "--b\r\n\r\nno disposition\r\n--b--",
                "--b\r\nContent-Disposition: form-data; filename=\"x\"\r\n\r\nno name\r\n--b--",
                "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\ncut off",
                "--b\r\nno colon\r\n\r\nx\r\n--b--",
            })
    void aDamagedFormIsRefused(String body) {
        ApiError error = assertThrows(ApiError.class, () -> read("multipart/form-data; boundary=b", body));
        assertThat(error.status(), is(400));
    }

    @Test
    void aFormWithoutABoundaryIsRefused() {
        ApiError error = assertThrows(ApiError.class, () -> read("multipart/form-data", part("a", "x") + "--b--"));
        assertThat(error.status(), is(400));
    }

    @Test
    void aBodyMayBeAsLargeAsItsLimitAndNoLarger() throws IOException {
        String fits = "{\"a\":\"" + "x".repeat(200 - 8) + "\"}";
        assertThat(read("application/json", fits).text("a").orElse("").length(), is(192));
        assertThat(
                assertThrows(ApiError.class, () -> read("application/json", fits + " "))
                        .status(),
                is(413));
        assertThat(
                assertThrows(ApiError.class, () -> multipart(part("a", "x".repeat(2000))))
                        .status(),
                is(413));
    }

    @Test
    void whatTheDialectDoesNotUnderstandIsRefused() {
        ApiRequest json = request("application/json; charset=utf-8", "{}");
        ApiError error = assertThrows(ApiError.class, () -> reader.read(json, EnumSet.of(BodyEncoding.MULTIPART)));
        assertThat(error.status(), is(415));
        assertThat(assertThrows(ApiError.class, () -> read("no type", "{}")).status(), is(415));
    }

    private Parameters multipart(String parts) throws IOException {
        return read("multipart/form-data; boundary=b", parts + "--b--\r\n");
    }

    private Parameters read(String type, String body) throws IOException {
        return reader.read(request(type, body), BOTH);
    }

    private static ApiRequest request(String type, String body) {
        return new ApiRequest(
                "POST",
                HttpUrl.get("http://127.0.0.1/v1/videos"),
                Headers.of("content-type", type),
                new Buffer().writeString(body, StandardCharsets.UTF_8));
    }

    private static String part(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }
}
