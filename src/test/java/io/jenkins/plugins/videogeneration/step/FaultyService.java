package io.jenkins.plugins.videogeneration.step;

import hudson.model.Run;
import io.jenkins.plugins.videogeneration.api.FaultTable;
import io.jenkins.plugins.videogeneration.api.HttpClients;
import io.jenkins.plugins.videogeneration.api.ScriptedService;
import io.jenkins.plugins.videogeneration.api.VideosClient;
import io.jenkins.plugins.videogeneration.api.WireFaults;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.render.Phase;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.run.BuildVideos;
import io.jenkins.plugins.videogeneration.service.VideoService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;

/**
 * A service for one step, which meets a fault in one call, with all that is tried again within it; all other calls go to
 * the service behind. Between the attempts of the call no time passes.
 */
final class FaultyService implements AutoCloseable {

    /** For those who never get an answer. */
    private static final Duration SILENCE = Duration.ofMillis(250);

    private final FaultedStep step;
    private final FaultTable.Row row;
    private final VideoService behind;
    private final String name;
    private final List<HttpClients> opened = new ArrayList<>();
    private final ScriptedService scripted = new ScriptedService();
    private final VideosClient faulty;

    FaultyService(FaultedStep step, FaultTable.Row row, TestService behind, int number) throws IOException {
        this.step = step;
        this.row = row;
        this.behind = behind.configured();
        this.name = "studio-" + number;
        scripted.open();
        faulty = WireFaults.all(SILENCE).get(row.fault()).befall(scripted, this::open);
    }

    private HttpClients open(OkHttpClient.Builder builder) {
        HttpClients http = HttpClients.basedOn(builder.build());
        opened.add(http);
        return http;
    }

    FaultedStep step() {
        return step;
    }

    FaultTable.Row row() {
        return row;
    }

    String name() {
        return name;
    }

    VideoService configured() {
        return FaultyKind.service(name, this::client);
    }

    private VideosClient client(Run<?, ?> run) {
        boolean met = scripted.isReached() || !scripted.time().delays().isEmpty();
        return !met && step.kind().isSentIn(phase(run))
                ? faulty
                : behind.getKind().client(behind, run, null);
    }

    private Phase phase(Run<?, ?> run) {
        try {
            return BuildVideos.of(run).records().stream()
                    .filter(record -> record.request().service().equals(name))
                    .map(RenderRecord::phase)
                    .findFirst()
                    .orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many paid requests met the fault. */
    long posts() {
        return scripted.requests().stream()
                .filter(request -> request.startsWith("POST "))
                .count();
    }

    @Override
    public void close() {
        opened.forEach(HttpClients::close);
        scripted.close();
    }
}
