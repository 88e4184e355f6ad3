package io.jenkins.plugins.videogeneration.simulator;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Checks answers that are errors of the reference dialect. */
final class ErrorMatchers {

    private ErrorMatchers() {}

    /** @param param the field at fault, or null */
    static void assertError(ApiClient.Answer answer, int status, String param) throws IOException {
        JsonNode body = answer.json();
        assertThat(body.toString(), answer.status(), is(status));
        JsonNode error = body.get("error");
        List<String> names = new ArrayList<>();
        error.fieldNames().forEachRemaining(names::add);
        assertThat(names, is(List.of("message", "type", "param", "code")));
        assertThat(error.get("message").textValue(), is(not(emptyString())));
        assertThat(error.get("param").textValue(), is(param));
        assertThat(answer.headers().get("content-type"), is("application/json"));
    }
}
