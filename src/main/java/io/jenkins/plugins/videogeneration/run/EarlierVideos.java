package io.jenkins.plugins.videogeneration.run;

import hudson.model.Run;
import io.jenkins.plugins.videogeneration.render.Phase;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the builds of the same job that delivered what a request asks for: this one, which may try again what came after,
 * and those before it. It looks at the journals of {@value #BUILDS} builds on the disk; only a build that has the video
 * is loaded.
 */
final class EarlierVideos {

    static final int BUILDS = 200;

    private final Run<?, ?> run;

    EarlierVideos(Run<?, ?> run) {
        this.run = run;
    }

    /**
     * @param build that has the video
     * @param record of the video in that build
     */
    record Found(Run<?, ?> build, RenderRecord record) {}

    /** One after the other, the latest first, each looked for when it is asked for. */
    Stream<Found> of(String fingerprint) {
        int last = run.getNumber();
        return IntStream.iterate(last, number -> number > 0 && number > last - BUILDS, number -> number - 1)
                .boxed()
                .flatMap(number -> of(number, fingerprint).stream());
    }

    private Optional<Found> of(int number, String fingerprint) {
        Path build = run.getParent().getBuildDir().toPath().resolve(String.valueOf(number));
        return new RenderFolders()
                .all(build).stream()
                        .filter(record -> record.phase() == Phase.DELIVERED && record.file() != null)
                        .filter(record -> record.request().fingerprint().equals(fingerprint))
                        .findFirst()
                        .flatMap(record -> Optional.ofNullable(run.getParent().getBuildByNumber(number))
                                .map(b -> new Found(b, record)));
    }
}
