package io.jenkins.plugins.videogeneration.api;

import java.util.Map;

/** The video that an extension or an edit begins with. */
public sealed interface SourceVideo {

    /** The value of the field {@code video}. */
    Object field();

    /** A video that the service has rendered. */
    record ById(String id) implements SourceVideo {
        public ById {
            id = RequestRules.id("id", id);
        }

        @Override
        public Object field() {
            return Map.of("id", id);
        }
    }

    /** A video that goes along with the request. */
    record OfFile(Upload upload) implements SourceVideo {
        public OfFile {
            if (upload.isImage()) {
                throw new InvalidRequestException("video", Text.of("api.SourceVideo.noVideo", upload.mediaType()));
            }
        }

        @Override
        public Object field() {
            return upload;
        }
    }
}
