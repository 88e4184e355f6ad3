package io.jenkins.plugins.videogeneration.service;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jenkins.plugins.videogeneration.api.CreateEncoding;
import io.jenkins.plugins.videogeneration.api.Endpoint;
import io.jenkins.plugins.videogeneration.api.VideoOperation;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.sf.json.JSONObject;
import org.junit.jupiter.api.Test;

/** What a preset says about a service, and what wins over it. */
class ServicePresetTest {

    static final Map<ServicePreset, String> DIALECTS = Map.of(
            ServicePreset.OPENAI, "reference",
            ServicePreset.AZURE, "azure",
            ServicePreset.LITELLM, "litellm",
            ServicePreset.VLLM_OMNI, "vllm-omni",
            ServicePreset.SGLANG, "sglang",
            ServicePreset.TENSORRT_LLM, "trtllm");

    private static final String URL = "http://127.0.0.1:8000/v1";

    @Test
    void aServiceWithoutAPresetIsLikeTheReference() {
        HttpKind kind = new HttpKind(URL);
        assertThat(kind.getPreset(), is(ServicePreset.OPENAI));
        assertThat(kind.getAuthentication(), is(AuthenticationScheme.BEARER));
        assertThat(kind.getCreateEncoding(), is(CreateEncoding.AUTO));
        assertThat(kind.getHeaderName(), is(nullValue()));
        assertThat(kind.lacks(VideoOperation.REMIX), is(false));
    }

    @Test
    void azureWantsTheKeyInAHeaderOfItsOwn() {
        HttpKind kind = kind(ServicePreset.AZURE);
        assertThat(kind.getAuthentication(), is(AuthenticationScheme.HEADER));
        assertThat(kind.getHeaderName(), is("api-key"));
    }

    @Test
    void litellmDoesNotDelete() {
        assertThat(kind(ServicePreset.LITELLM).lacks(VideoOperation.DELETE), is(true));
        assertThat(kind(ServicePreset.LITELLM).lacks(VideoOperation.CREATE), is(false));
    }

    @Test
    void vllmOmniTakesMultipartAloneAndOnlyCreates() {
        HttpKind kind = kind(ServicePreset.VLLM_OMNI);
        assertThat(kind.getCreateEncoding(), is(CreateEncoding.MULTIPART));
        assertThat(kind.getLacks(), is("extend, edit, remix, create-character, retrieve-character"));
    }

    @Test
    void tensorRtCallsSecondsDurationAndAsksForNoKey() {
        HttpKind kind = kind(ServicePreset.TENSORRT_LLM);
        Endpoint endpoint = kind.endpoint(null);
        assertThat(kind.getAuthentication(), is(AuthenticationScheme.NONE));
        assertThat(endpoint.fieldNames(), is(Map.of("seconds", "duration")));
    }

    @Test
    void whatIsSaidWinsOverThePreset() {
        HttpKind kind = kind(ServicePreset.TENSORRT_LLM);
        kind.setFieldNames("");
        kind.setLacks("remix");
        kind.setCreateEncoding(CreateEncoding.JSON);
        kind.setHeaders("OpenAI-Project=proj_1\nX-Team = film");
        kind.setQuery("api-version=preview");
        Endpoint endpoint = kind.endpoint(null);
        assertThat(endpoint.fieldNames(), is(anEmptyMap()));
        assertThat(endpoint.createEncoding(), is(CreateEncoding.JSON));
        assertThat(endpoint.headers(), is(Map.of("OpenAI-Project", "proj_1", "X-Team", "film")));
        assertThat(endpoint.query(), is(Map.of("api-version", "preview")));
        assertThat(kind.lacks(VideoOperation.REMIX), is(true));
    }

    @Test
    void everyPresetLacksWhatItsServersLack() {
        DIALECTS.forEach((preset, dialect) -> {
            for (VideoOperation operation : VideoOperation.values()) {
                String row = operation == VideoOperation.DOWNLOAD_CONTENT
                        ? "download video"
                        : operation.name().toLowerCase(Locale.ROOT).replace('_', ' ');
                assertThat(
                        preset + ": " + row,
                        preset.lacks().contains(operation),
                        is(matrix(row, dialect).equals("unsupported")));
            }
        });
    }

    /** A cell of the table that the tests of the dialects hold. */
    private static String matrix(String row, String dialect) {
        List<String> lines = new BufferedReader(new InputStreamReader(
                        ServicePresetTest.class.getResourceAsStream("../render/dialect-matrix.txt"),
                        StandardCharsets.UTF_8))
                .lines()
                .toList();
        int column = List.of(lines.get(0).trim().split(" +")).indexOf(dialect);
        return lines.stream()
                .filter(line -> line.startsWith(row + "  "))
                .map(line -> line.substring(row.length()).trim().split(" +")[column])
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aServiceThatLacksAnOperationSaysSoWithItsName() {
        VideoService service = new VideoService("garage", kind(ServicePreset.VLLM_OMNI));
        UnsupportedByServiceException e =
                assertThrows(UnsupportedByServiceException.class, () -> service.requireSupport(VideoOperation.REMIX));
        assertThat(e.getMessage(), is("The video service 'garage' cannot remix a video. Nothing was sent."));
        service.requireSupport(VideoOperation.CREATE);
    }

    @Test
    void whatCannotBeReadIsNamed() {
        assertSays("'proj_1' is no NAME=VALUE", () -> NameValues.read("proj_1"));
        assertSays("'=x' is no NAME=VALUE", () -> NameValues.read("=x"));
        assertSays("'fly' is no operation. Known: create, extend", () -> OperationNames.read("remix, fly"));
    }

    @Test
    void theFormLearnsEveryPreset() {
        JSONObject presets = JSONObject.fromObject(PresetValues.json());
        for (ServicePreset preset : ServicePreset.values()) {
            JSONObject fields = presets.getJSONObject(preset.name());
            assertThat(
                    fields.getString("authentication"),
                    is(preset.authentication().name()));
            assertThat(
                    fields.getString("createEncoding"),
                    is(preset.createEncoding().name()));
        }
        assertThat(presets.getJSONObject("AZURE").getString("headerName"), is("api-key"));
        assertThat(presets.getJSONObject("TENSORRT_LLM").getString("fieldNames"), is("seconds=duration"));
    }

    private static HttpKind kind(ServicePreset preset) {
        HttpKind kind = new HttpKind(URL);
        kind.setPreset(preset);
        return kind;
    }

    private static void assertSays(String words, Runnable reading) {
        assertThat(assertThrows(IllegalArgumentException.class, reading::run).getMessage(), containsString(words));
    }
}
