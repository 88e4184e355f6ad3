package io.jenkins.plugins.videogeneration.simulator;

import static io.jenkins.plugins.videogeneration.simulator.ErrorMatchers.assertError;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class DeleteVideoTest {

    private final Bench bench = new Bench();

    @Test
    void whatIsDeletedIsGone() throws IOException {
        String kept = bench.create("{'prompt':'A dog'}");
        String id = bench.completed("{'prompt':'A cat'}");
        ApiClient.Answer deleted = bench.client.delete("/videos/" + id);
        assertThat(deleted.status(), is(200));
        assertThat(
                deleted.json(),
                is(Bench.object().put("id", id).put("object", "video.deleted").put("deleted", true)));
        assertError(bench.client.get("/videos/" + id), 404, null);
        assertError(bench.client.get("/videos/" + id + "/content"), 404, null);
        assertError(bench.client.delete("/videos/" + id), 404, null);
        assertThat(bench.client.get("/videos").json().get("data").size(), is(1));
        assertThat(bench.retrieve(kept).get("id").textValue(), is(kept));
    }

    @Test
    void aRenderUnderWayCanBeDeleted() throws IOException {
        String id = bench.create("{'prompt':'A cat'}");
        assertThat(bench.client.delete("/videos/" + id).status(), is(200));
        assertError(bench.client.get("/videos/" + id), 404, null);
    }
}
