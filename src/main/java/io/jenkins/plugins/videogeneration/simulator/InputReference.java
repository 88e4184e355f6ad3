package io.jenkins.plugins.videogeneration.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.videogeneration.api.ImageSize;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks the picture that a render is to start from: a file, or exactly one of a URL and a file id. A picture that is at hand has to have
 * the size of the video. Nothing is fetched.
 */
final class InputReference {

    private static final String FIELD = "input_reference";

    /** As the reference's schema says. */
    private static final int LONGEST_URL = 20_971_520;

    private static final Pattern WEB_URL = Pattern.compile("https?://[^/\\s]+.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern DATA_URL =
            Pattern.compile("data:image/[a-z0-9.+-]+(;[a-z0-9=._-]+)*;base64", Pattern.CASE_INSENSITIVE);

    private InputReference() {}

    /** @throws ApiError 400 when it is not as it should be */
    static void check(Parameters parameters, VideoSize size) {
        UploadedFile file = parameters.files().get(FIELD);
        if (file != null) {
            checkFile(file, size);
        } else {
            parameters.field(FIELD).ifPresent(value -> checkObject(value, size));
        }
    }

    private static void checkFile(UploadedFile file, VideoSize size) {
        if (!file.declares("image/")) {
            throw bad("The file of 'input_reference' has to be declared as an image.");
        }
        checkSize(file.imageSize(), size);
    }

    private static void checkObject(JsonNode value, VideoSize size) {
        Optional<String> url = text(value, "image_url");
        Optional<String> id = text(value, "file_id");
        if (url.isPresent() == id.isPresent()) {
            throw bad("'input_reference' takes exactly one of 'image_url' and 'file_id'.");
        }
        url.ifPresent(given -> checkUrl(given, size));
    }

    private static void checkUrl(String url, VideoSize size) {
        int comma = url.indexOf(',');
        if (url.length() > LONGEST_URL) {
            throw bad("'image_url' is longer than " + LONGEST_URL + " characters.");
        }
        if (comma > 0 && DATA_URL.matcher(url.substring(0, comma)).matches()) {
            checkSize(VideoSize.ofImage(decoded(url.substring(comma + 1))), size);
        } else if (!WEB_URL.matcher(url).matches()) {
            throw bad("'image_url' has to be an http or https URL, or a data URL with an image in base64.");
        }
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64.substring(0, Math.min(base64.length(), ImageSize.HEAD_BYTES)));
        } catch (IllegalArgumentException e) {
            throw bad("'image_url' is not valid base64.");
        }
    }

    private static void checkSize(Optional<VideoSize> actual, VideoSize wanted) {
        VideoSize size = actual.orElseThrow(() -> bad("'input_reference' is not an image."));
        if (!size.equals(wanted)) {
            throw bad("The image of 'input_reference' is " + size + "; it has to match the requested size " + wanted
                    + ".");
        }
    }

    private static Optional<String> text(JsonNode object, String field) {
        return Optional.ofNullable(object.get(field))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
    }

    private static ApiError bad(String message) {
        return ApiError.badValue(FIELD, message);
    }
}
