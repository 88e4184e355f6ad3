package io.jenkins.plugins.videogeneration.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the body of an HTTP error looks like. */
enum ErrorForm {
    /** {@code {"error":{"message","type","param","code"}}}, absent values as null. */
    REFERENCE {
        @Override
        ObjectNode body(ApiError error) {
            return nested(error, error.type(), error.param(), JSON.textNode(error.code()));
        }
    },
    /** The reference's, but the code is null, or the HTTP status as text where a key is refused. */
    HTTP_CODE {
        @Override
        ObjectNode body(ApiError error) {
            return nested(error, error.type(), error.param(), JSON.textNode(error.status() == 401 ? "401" : null));
        }
    },
    /** The reference's, but absent values are the text "None", and the code is the HTTP status as text. */
    NONE_AS_TEXT {
        @Override
        ObjectNode body(ApiError error) {
            return nested(error, "None", "None", JSON.textNode(Integer.toString(error.status())));
        }
    },
    /** The reference's, but the code is the HTTP status as a number. */
    NUMBER_CODE {
        @Override
        ObjectNode body(ApiError error) {
            return nested(error, error.type(), error.param(), JSON.numberNode(error.status()));
        }

        @Override
        int status(ApiError error) {
            return ofValidation(error);
        }
    },
    /** {@code {"detail":"..."}}; where a field is at fault, a list that names it. */
    DETAIL {
        @Override
        ObjectNode body(ApiError error) {
            ObjectNode body = JSON.objectNode();
            if (error.param() == null) {
                return body.put("detail", error.getMessage());
            }
            ObjectNode item = body.putArray("detail").addObject();
            item.put("type", "value_error").putArray("loc").add("body").add(error.param());
            item.put("msg", error.getMessage());
            return body;
        }

        @Override
        int status(ApiError error) {
            return ofValidation(error);
        }
    },
    /** {@code {"error":"..."}}. */
    TEXT {
        @Override
        ObjectNode body(ApiError error) {
            return JSON.objectNode().put("error", error.getMessage());
        }
    };

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    abstract ObjectNode body(ApiError error);

    /** @param code null if there is none */
    private static ObjectNode nested(ApiError error, String type, String param, JsonNode code) {
        ObjectNode body = JSON.objectNode();
        body.putObject("error")
                .put("message", error.getMessage())
                .put("type", type)
                .put("param", param)
                .set("code", code);
        return body;
    }

    /** The HTTP status that goes with it. */
    int status(ApiError error) {
        return error.status();
    }

    /**
     * Validation by the web framework answers 422 where the reference answers 400. It does not look at the content type of a body: in one
     * that it cannot read, all fields are missing.
     */
    private static int ofValidation(ApiError error) {
        return error.status() == 415 || error.status() == 400 && error.param() != null ? 422 : error.status();
    }
}
