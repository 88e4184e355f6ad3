package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.ContentVariant;
import io.jenkins.plugins.videogeneration.api.DownloadedContent;
import io.jenkins.plugins.videogeneration.api.OneLine;
import io.jenkins.plugins.videogeneration.api.SniffedType;
import io.jenkins.plugins.videogeneration.render.RenderException;
import io.jenkins.plugins.videogeneration.render.VideoDownload;
import io.jenkins.plugins.videogeneration.render.VideoFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
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
            return variant == ContentVariant.VIDEO
                    ? fetchVideo(connection, part, file)
                    : fetchPicture(connection, part, file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
        } finally {
            part.toFile().delete();
        }
    }

    private DownloadedContent fetchVideo(Connection connection, Path part, Path file) throws InterruptedException {
        VideoDownload download = new VideoDownload(
                connection.client(),
                video.id(),
                part,
                connection.scheduler(),
                problem -> surroundings.err().println(OneLine.of(problem.words())));
        CompletableFuture<VideoFile> fetched =
                download.into(file, file.getFileName().toString());
        try {
            VideoFile checked = fetched.get();
            return new DownloadedContent(file, "video/mp4", checked.bytes(), checked.sha256());
        } catch (InterruptedException e) {
            fetched.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RenderException unusable) {
                throw unusable(unusable.getMessage(), unusable.failure().advice());
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private DownloadedContent fetchPicture(Connection connection, Path part, Path file)
            throws IOException, InterruptedException {
        DownloadedContent content =
                connection.client().downloadContent(video.id(), variant, part).execute();
        if (!SniffedType.of(part).startsWith("image/")) {
            throw unusable(
                    "What the service sent (" + content.bytes() + " bytes of " + content.contentType()
                            + ") is no picture",
                    "The service may not have this variant; nothing was written.");
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        return content;
    }

    private static CommandFailure unusable(String message, String advice) {
        return new CommandFailure(ExitCode.UNUSABLE_CONTENT, message, advice);
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
