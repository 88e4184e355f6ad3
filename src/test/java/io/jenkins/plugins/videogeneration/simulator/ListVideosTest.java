package io.jenkins.plugins.videogeneration.simulator;

import static io.jenkins.plugins.videogeneration.simulator.ErrorMatchers.assertError;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListVideosTest {

    private final Bench bench = new Bench();

    @Test
    void nothingIsAListToo() throws IOException {
        JsonNode list = bench.client.get("/videos").json();
        assertThat(list.get("object").textValue(), is("list"));
        assertThat(list.get("data").size(), is(0));
        assertThat(list.get("first_id").isNull(), is(true));
        assertThat(list.get("last_id").isNull(), is(true));
        assertThat(list.get("has_more").booleanValue(), is(false));
    }

    @Test
    void theNewestComeFirstUnlessAskedOtherwise() throws IOException {
        List<String> ids = create(3);
        assertThat(ids("/videos?order=asc"), is(ids));
        Collections.reverse(ids);
        assertThat(ids("/videos"), is(ids));
        assertThat(ids("/videos?order=desc"), is(ids));
    }

    @Test
    void pagesFollowTheirCursor() throws IOException {
        List<String> ids = create(5);
        JsonNode first = bench.client.get("/videos?order=asc&limit=2").json();
        assertThat(ids(first), is(ids.subList(0, 2)));
        assertThat(first.get("first_id").textValue(), is(ids.get(0)));
        assertThat(first.get("last_id").textValue(), is(ids.get(1)));
        assertThat(first.get("has_more").booleanValue(), is(true));
        JsonNode last = bench.client
                .get("/videos?order=asc&limit=3&after=" + first.get("last_id").textValue())
                .json();
        assertThat(ids(last), is(ids.subList(2, 5)));
        assertThat(last.get("has_more").booleanValue(), is(false));
        assertThat(ids("/videos?limit=1&after=" + ids.get(1)), is(ids.subList(0, 1)));
    }

    @Test
    void aPageHasTwentyUnlessAskedOtherwise() throws IOException {
        create(25);
        assertThat(ids("/videos").size(), is(20));
        assertThat(ids("/videos?limit=100").size(), is(25));
        JsonNode none = bench.client.get("/videos?limit=0").json();
        assertThat(none.get("data").size(), is(0));
        assertThat(none.get("has_more").booleanValue(), is(true));
    }

    @ParameterizedTest
    @CsvSource({
        "limit=101, limit",
        "limit=-1, limit",
        "limit=, limit",
        "limit, limit",
        "limit=ten, limit",
        "limit=99999999999, limit",
        "order=up, order",
        "order=, order",
        "after=video_none, after",
    })
    void aParameterThatIsNotAsItShouldBeIsNamed(String query, String param) throws IOException {
        assertError(bench.client.get("/videos?" + query), 400, param);
    }

    private List<String> create(int count) throws IOException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(bench.create("{'prompt':'" + i + "'}"));
        }
        return ids;
    }

    private List<String> ids(String path) throws IOException {
        return ids(bench.client.get(path).json());
    }

    private static List<String> ids(JsonNode list) {
        List<String> ids = new ArrayList<>();
        list.get("data").forEach(video -> ids.add(video.get("id").textValue()));
        return ids;
    }
}
