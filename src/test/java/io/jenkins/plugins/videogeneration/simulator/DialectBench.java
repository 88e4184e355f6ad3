package io.jenkins.plugins.videogeneration.simulator;

import java.io.IOException;
import okhttp3.MultipartBody;

/** What the tests of dialects share. */
final class DialectBench {

    static final String CAT = "{'prompt':'A cat'}";

    private DialectBench() {}

    static Bench bench(String dialect) {
        return bench(dialect, KeyRule.any());
    }

    static Bench bench(String dialect, KeyRule keys) {
        return new Bench(SimulatorSettings.defaults()
                .withDialect(Dialect.named(dialect))
                .withKeys(keys)
                .withPromptRules(
                        new PromptRule("breaks", PromptRule.Effect.JOB_FAILS),
                        new PromptRule("is refused", PromptRule.Effect.CALL_FAILS)));
    }

    static String created(Bench bench) throws IOException {
        return bench.post("/videos", CAT).json().get("id").textValue();
    }

    static String status(Bench bench, String id) throws IOException {
        return bench.retrieve(id).get("status").textValue();
    }

    static String seconds(Bench bench, MultipartBody form) throws IOException {
        return bench.client.post("/videos", form).json().get("seconds").textValue();
    }

    static MultipartBody form(String... fields) {
        MultipartBody.Builder form = new MultipartBody.Builder().setType(MultipartBody.FORM);
        for (int i = 0; i < fields.length; i += 2) {
            form.addFormDataPart(fields[i], fields[i + 1]);
        }
        return form.build();
    }
}
