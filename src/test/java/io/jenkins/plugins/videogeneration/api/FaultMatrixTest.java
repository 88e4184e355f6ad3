package io.jenkins.plugins.videogeneration.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each call meets each fault, and ends as the table in docs/faults.md says. */
@Timeout(120)
class FaultMatrixTest {

    private static final Duration SILENCE = Duration.ofMillis(250);

    @RegisterExtension
    final ScriptedService service = new ScriptedService();

    @TempDir
    Path folder;

    private final List<HttpClients> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(HttpClients::close);
    }

    static Stream<Arguments> matrix() throws IOException {
        return FaultTable.rows().stream()
                .flatMap(row -> Stream.of(FaultedCall.values())
                        // a delete is content with any JSON: it says that nothing was deleted
                        .filter(call ->
                                call != FaultedCall.DELETE || !row.fault().equals("JSON of something else"))
                        .map(call -> Arguments.argumentSet(row.fault() + ": " + call, row, call)));
    }

    @Test
    void theTableOfTheDocumentationHasEveryFault() throws IOException {
        assertThat(
                FaultTable.rows().stream().map(FaultTable.Row::fault).toList(),
                containsInAnyOrder(WireFaults.all(SILENCE).keySet().toArray(String[]::new)));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void everyCallEndsAsTheDocumentationSays(FaultTable.Row row, FaultedCall call) {
        VideosClient client = WireFaults.all(SILENCE).get(row.fault()).befall(service, this::open);

        VideosException e = assertThrows(VideosException.class, () -> call.on(client, folder.resolve("video.part")));

        FaultTable.Outcome expected = row.outcome(call.kind());
        assertThat(e.getClass().getSimpleName(), matchesPattern(expected.meaning()));
        int attempts = service.time().delays().size() + 1;
        assertThat("attempts", attempts, is(expected.attempts()));
        assertThat(e.getMessage(), matchesPattern("[A-Z]+ /v1/videos[^ ]*: " + row.words()));
        assertThat(e.getMessage(), not(containsString(ScriptedService.KEY)));
        if (call.kind() == FaultedCall.Kind.PAID) {
            assertThat("what came in at the service", service.requestCount(), lessThanOrEqualTo(attempts));
        }
    }

    private HttpClients open(OkHttpClient.Builder builder) {
        HttpClients http = HttpClients.basedOn(builder.build());
        opened.add(http);
        return http;
    }
}
