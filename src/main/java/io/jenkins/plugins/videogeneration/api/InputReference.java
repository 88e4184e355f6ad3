package io.jenkins.plugins.videogeneration.api;

import java.util.Map;

/** A picture (at some services a video) that a new video starts from; exactly one way to name it. */
public sealed interface InputReference {

    /** The reference protocol's limit on a URL, in characters; data URLs can be that long. */
    int MAX_URL_LENGTH = 20_971_520;

    /** The value of the field {@code input_reference}. */
    Object field();

    /** A file that goes along with the request. */
    record OfFile(Upload upload) implements InputReference {
        @Override
        public Object field() {
            return upload;
        }
    }

    /** Something that the service fetches itself, or a data URL. */
    record OfUrl(String url) implements InputReference {
        public OfUrl {
            boolean known = url != null && url.matches("(?s)(https?://|data:(image|video)/).+");
            if (!known) {
                throw new InvalidRequestException("inputReference", Text.of("api.InputReference.scheme"));
            }
            if (url.length() > MAX_URL_LENGTH) {
                throw new InvalidRequestException(
                        "inputReference", Text.of("api.InputReference.length", url.length(), MAX_URL_LENGTH));
            }
        }

        @Override
        public Object field() {
            return Map.of("image_url", url);
        }
    }

    /** A file that the service has already. */
    record OfFileId(String fileId) implements InputReference {
        public OfFileId {
            fileId = RequestRules.id("inputReference", fileId);
        }

        @Override
        public Object field() {
            return Map.of("file_id", fileId);
        }
    }
}
