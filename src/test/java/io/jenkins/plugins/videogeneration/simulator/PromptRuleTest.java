package io.jenkins.plugins.videogeneration.simulator;

import static io.jenkins.plugins.videogeneration.simulator.ErrorMatchers.assertError;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptRuleTest {

    private final Bench bench = new Bench(SimulatorSettings.defaults()
            .withPromptRules(
                    new PromptRule("forbidden", PromptRule.Effect.MODERATION_BLOCKED),
                    new PromptRule("broken", PromptRule.Effect.JOB_FAILS),
                    new PromptRule("unavailable", PromptRule.Effect.CALL_FAILS)));

    @ParameterizedTest
    @CsvSource({"A FORBIDDEN cat, moderation_blocked", "A broken cat, server_error"})
    void theJobFailsHalfwayAndSaysWhy(String prompt, String code) throws IOException {
        String id = bench.create("{'prompt':'" + prompt + "'}");
        bench.clock.turn(Bench.QUEUE);
        assertThat(bench.retrieve(id).get("status").textValue(), is("in_progress"));
        assertThat(bench.retrieve(id).get("error").isNull(), is(true));
        bench.clock.turn(Bench.RENDER.dividedBy(2));
        JsonNode video = bench.retrieve(id);
        assertThat(video.get("status").textValue(), is("failed"));
        assertThat(video.at("/error/code").textValue(), is(code));
        assertThat(video.at("/error/message").textValue(), is(not(emptyString())));
        assertThat(video.get("progress").intValue(), is(50));
        assertThat(video.get("completed_at").isNull(), is(true));
        assertError(bench.client.get("/videos/" + id + "/content"), 404, null);
        bench.clock.turn(Duration.ofDays(1));
        assertThat(bench.retrieve(id).get("status").textValue(), is("failed"));
    }

    @Test
    void theCallFailsAndMakesNoJob() throws IOException {
        ApiClient.Answer answer = bench.post("/videos", "{'prompt':'An unavailable cat'}");
        assertError(answer, 500, null);
        assertThat(answer.json().at("/error/type").textValue(), is("server_error"));
        assertThat(bench.client.get("/videos").json().get("data").size(), is(0));
    }

    @Test
    void otherPromptsAreNotConcerned() throws IOException {
        String id = bench.completed("{'prompt':'A cat'}");
        assertThat(bench.retrieve(id).get("status").textValue(), is("completed"));
    }

    @Test
    void aRuleNeedsSomethingToLookFor() {
        assertThrows(IllegalArgumentException.class, () -> new PromptRule("", PromptRule.Effect.MODERATION_BLOCKED));
    }
}
