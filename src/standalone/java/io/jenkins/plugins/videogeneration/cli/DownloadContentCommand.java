package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.ContentVariant;
import io.jenkins.plugins.videogeneration.api.DownloadedContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code videos download-content}: fetches what was rendered. */
@Command(
        name = "download-content",
        description = "Fetch a finished video, or a picture of it. The last line is the path of the file.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false)
final class DownloadContentCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private VideoIdOption video;

    @Option(names = "--variant", paramLabel = "NAME", description = "video (the default), thumbnail or spritesheet.")
    private ContentVariant variant = ContentVariant.VIDEO;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "Where to write it. An existing file is left alone.")
    private Path output;

    @Mixin
    private ServiceOptions service;

    @Mixin
    private JsonOption json;

    DownloadContentCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        Path file = surroundings.resolve(output);
        OutputPlace.requireFree(file);
        try (Connection connection = service.connect(surroundings)) {
            print(file, fetch(connection, file));
        }
        return ExitCode.OK;
    }

    /** The file gets its name when it is whole and is what was asked for. */
    private DownloadedContent fetch(Connection connection, Path file) throws InterruptedException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.getParent());
            DownloadedContent content = connection
                    .client()
                    .downloadContent(video.id(), variant, part)
                    .execute();
            ContentCheck.require(variant, content);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
        } finally {
            part.toFile().delete();
        }
    }

    private void print(Path file, DownloadedContent content) {
        if (!json.isSet()) {
            surroundings.out().println(file);
            return;
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("path", file.toString());
        answer.put("content_type", content.contentType());
        answer.put("bytes", content.bytes());
        answer.put("sha256", content.sha256());
        surroundings.out().println(Wire.text(answer));
    }
}
