package io.jenkins.plugins.videogeneration.render;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.jenkins.plugins.videogeneration.api.VideosException;
import io.jenkins.plugins.videogeneration.simulator.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every operation with every kind of server: it works, or ends with the error that says that the service does not
 * support it. The whole table is compared with the one in {@code dialect-matrix.txt}.
 */
class DialectMatrixTest {

    private static final String WORKS = "works";
    private static final String UNSUPPORTED = "unsupported";
    /** A preparation's own render. */
    private static final long PREPARED = 1;

    @TempDir
    Path home;

    @Test
    void everyOperationWorksWithEveryDialectOrSaysThatItIsNotSupported() throws IOException {
        StringBuilder table = new StringBuilder(row("", Dialect.names()));
        for (MatrixOperation operation : MatrixOperation.values()) {
            List<String> cells = Dialect.names().stream()
                    .map(name -> cell(operation, Dialect.named(name)))
                    .toList();
            table.append(row(operation.name().toLowerCase(Locale.ROOT).replace('_', ' '), cells));
        }
        System.out.println(table);
        assertThat(table.toString(), is(expected()));
    }

    private String cell(MatrixOperation operation, Dialect dialect) {
        String where = operation + " with " + dialect;
        DialectStudio studio = new DialectStudio(dialect, folder(operation, dialect));
        String video = studio.finished();
        String outcome = outcome(operation, studio, video, where);
        long posts = studio.posts() - PREPARED;
        if (outcome.equals(WORKS)) {
            assertThat(where, posts, is((long) operation.posts()));
        } else {
            assertThat(where, posts, is(lessThanOrEqualTo((long) operation.posts())));
        }
        return outcome;
    }

    private static String outcome(MatrixOperation operation, DialectStudio studio, String video, String where) {
        try {
            operation.run(studio, video);
            return WORKS;
        } catch (VideosException.Unsupported e) {
            assertThat(where, e.advice(), containsString("This service does not support it"));
            return UNSUPPORTED;
        } catch (UnsupportedOperationException e) {
            return UNSUPPORTED;
        } catch (RuntimeException | IOException | AssertionError e) {
            throw new AssertionError(where + ": " + e + " after " + studio.paths() + studio.listener.events(), e);
        }
    }

    private Path folder(MatrixOperation operation, Dialect dialect) {
        try {
            return Files.createDirectories(home.resolve(operation.name()).resolve(dialect.name()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String row(String head, List<String> cells) {
        return Stream.concat(
                                Stream.of(String.format("%-20s", head)),
                                cells.stream().map(cell -> String.format(" %-11s", cell)))
                        .collect(Collectors.joining())
                        .stripTrailing()
                + "\n";
    }

    private static String expected() throws IOException {
        try (InputStream in = DialectMatrixTest.class.getResourceAsStream("dialect-matrix.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
