package io.jenkins.plugins.videogeneration.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** How a job says why it failed. */
enum JobErrorForm {
    /** {@code {"code":"server_error","message":"..."}}. */
    CODE_AND_MESSAGE {
        @Override
        JsonNode write(JobError error) {
            return JSON.objectNode().put("code", error.code()).put("message", error.message());
        }
    },
    /** The code is the HTTP status that the failure would have had. */
    NUMBER {
        @Override
        JsonNode write(JobError error) {
            return JSON.objectNode().put("code", error.httpStatus()).put("message", error.message());
        }
    },
    /** {@code {"message":"..."}}. */
    MESSAGE {
        @Override
        JsonNode write(JobError error) {
            return JSON.objectNode().put("message", error.message());
        }
    },
    /** The message and nothing around it. */
    TEXT {
        @Override
        JsonNode write(JobError error) {
            return JSON.textNode(error.message());
        }
    };

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    abstract JsonNode write(JobError error);
}
