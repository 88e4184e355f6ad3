package io.jenkins.plugins.videogeneration.simulator;

import static io.jenkins.plugins.videogeneration.simulator.ErrorMatchers.assertError;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Base64;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputReferenceTest {

    private final Bench bench = new Bench();

    @ParameterizedTest
    @CsvSource({"png,image/png", "jpeg,image/jpeg", "gif,image/gif"})
    void anImageOfTheVideosSizeIsAccepted(String format, String type) throws IOException {
        assertThat(upload(TestImages.encoded(format, 720, 1280), type).status(), is(200));
    }

    @Test
    void anImageOfAnotherSizeIsRefused() throws IOException {
        assertError(upload(TestImages.encoded("png", 1280, 720), "image/png"), 400, "input_reference");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/octet-stream", "text/plain", "video/mp4"})
    void aFileThatIsNotDeclaredAsAnImageIsRefused(String type) throws IOException {
        assertError(upload(TestImages.encoded("png", 720, 1280), type), 400, "input_reference");
    }

    @Test
    void aFileThatIsNoImageIsRefusedWhateverItIsDeclaredAs() throws IOException {
        assertError(upload("no image".getBytes(), "image/png"), 400, "input_reference");
        assertError(upload(new byte[0], "image/png"), 400, "input_reference");
    }

    @Test
    void aDataUrlIsCheckedLikeAFile() throws IOException {
        assertThat(reference("image_url", dataUrl(720, 1280)).status(), is(200));
        assertError(reference("image_url", dataUrl(64, 64)), 400, "input_reference");
        assertError(reference("image_url", "data:image/png;base64,bm8gaW1hZ2U="), 400, "input_reference");
        assertError(reference("image_url", "data:text/plain;base64,bm8gaW1hZ2U="), 400, "input_reference");
    }

    @Test
    void urlsAndFileIdsAreTakenAsTheyAre() throws IOException {
        assertThat(reference("image_url", "https://images.example/cat.png").status(), is(200));
        assertThat(reference("file_id", "file-123").status(), is(200));
        assertError(reference("image_url", "ftp://images.example/cat.png"), 400, "input_reference");
        assertError(reference("image_url", "file:///etc/passwd"), 400, "input_reference");
    }

    @Test
    void theLongestDataUrlIsTakenAndALongerOneRefused() throws IOException {
        String image = dataUrl(720, 1280);
        // Whatever follows the image's own end is ignored by those who read images.
        String longest = image.replace("=", "")
                + "A".repeat(20_971_520 - image.replace("=", "").length());
        assertThat(reference("image_url", longest).status(), is(200));
        assertError(reference("image_url", longest + "A"), 400, "input_reference");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "'cat.png'", "[]", "{'image_url':'https://a.example/b','file_id':'file-1'}"})
    void exactlyOneOfUrlAndFileIdIsWanted(String reference) throws IOException {
        assertError(
                bench.post("/videos", "{'prompt':'A cat','input_reference':" + reference + "}"),
                400,
                "input_reference");
    }

    @Test
    void theBracketedNamesOfTheSdksAreUnderstood() throws IOException {
        MultipartBody form = new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart("prompt", "A cat")
                .addFormDataPart("input_reference[image_url]", "https://images.example/cat.png")
                .addFormDataPart("input_reference[file_id]", "file-1")
                .build();
        assertError(bench.client.post("/videos", form), 400, "input_reference");
    }

    private ApiClient.Answer upload(byte[] bytes, String type) throws IOException {
        MultipartBody form = new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart("prompt", "A cat")
                .addFormDataPart("input_reference", "cat.png", RequestBody.create(bytes, MediaType.get(type)))
                .build();
        return bench.client.post("/videos", form);
    }

    private ApiClient.Answer reference(String field, String value) throws IOException {
        ObjectNode body = Bench.object().put("prompt", "A cat");
        body.putObject("input_reference").put(field, value);
        return bench.client.postJson("/videos", body.toString());
    }

    private static String dataUrl(int width, int height) throws IOException {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(TestImages.encoded("png", width, height));
    }
}
