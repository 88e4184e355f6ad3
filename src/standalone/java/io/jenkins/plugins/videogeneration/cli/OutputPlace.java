package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.ContentVariant;
import io.jenkins.plugins.videogeneration.render.FileJournal;
import io.jenkins.plugins.videogeneration.render.PromptName;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.render.RenderRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a video will lie, held by this command alone. Beside the video lies the render's journal, for as long as there is
 * something to go on with.
 */
final class OutputPlace implements AutoCloseable {

    /** What a journal's name ends with. */
    static final String JOURNAL_SUFFIX = ".journal";

    private final Path file;
    private final Path lockFile;
    private final Optional<ProcessLock> lock;
    private final Optional<RenderRecord> unfinished;

    private OutputPlace(Path file) throws IOException {
        this.file = file;
        this.lockFile = file.resolveSibling(file.getFileName() + ".lock");
        Files.createDirectories(file.getParent());
        this.lock = ProcessLock.tryTake(lockFile);
        this.unfinished = lock.isPresent() ? journal().read().filter(RenderRecord::canGoOn) : Optional.empty();
    }

    /**
     * The file that the user named.
     *
     * @throws CommandFailure if something else is there or being made there
     */
    static OutputPlace named(Path file, RenderRequest request, List<ContentVariant> variants) {
        OutputPlace place = open(file);
        Optional<String> problem = place.problemFor(request, variants);
        if (problem.isPresent()) {
            place.close();
            throw CommandFailure.badInput("--output is '" + file + "', but " + problem.get(), "Name another file.");
        }
        return place;
    }

    /** The first of NAME.mp4, NAME-2.mp4 and so on that is free, or that belongs to an unfinished render of this request. */
    static OutputPlace inFolder(Path folder, RenderRequest request, List<ContentVariant> variants) {
        String name = PromptName.of(request.text("prompt"));
        for (int number = 1; ; number++) {
            OutputPlace place = open(folder.resolve(number == 1 ? name + ".mp4" : name + "-" + number + ".mp4"));
            if (place.problemFor(request, variants).isEmpty()) {
                return place;
            }
            place.close();
        }
    }

    /** @throws CommandFailure if there is something at this path */
    static void requireFree(Path file) {
        if (Files.exists(file)) {
            throw CommandFailure.badInput("--output is '" + file + "', but that exists already", "Name another file.");
        }
    }

    private static OutputPlace open(Path file) {
        try {
            return new OutputPlace(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use " + file + " as output: " + e.getMessage(), e);
        }
    }

    private Optional<String> problemFor(RenderRequest request, List<ContentVariant> variants) {
        if (lock.isEmpty()) {
            return Optional.of("another command is making it");
        }
        if (unfinished.isPresent()) {
            RenderRecord other = unfinished.get();
            return other.request().fingerprint().equals(request.fingerprint())
                    ? Optional.empty()
                    : Optional.of("a different render for it is not finished (" + journalFile() + ")");
        }
        return Files.exists(file) ? Optional.of("that exists already") : pictureInTheWay(variants);
    }

    /** How a picture's name ends is known when it is there; so any ending is in the way. */
    private Optional<String> pictureInTheWay(List<ContentVariant> variants) {
        String base = file.getFileName().toString().replaceFirst("(?<=.)\\.[^.]*$", "");
        String[] names = file.getParent().toFile().list();
        return variants.stream()
                .map(variant -> base + "." + variant.parameter() + ".")
                .flatMap(begin ->
                        Stream.of(names == null ? new String[0] : names).filter(name -> name.startsWith(begin)))
                .findFirst()
                .map(name -> name + " exists already");
    }

    Path file() {
        return file;
    }

    FileJournal journal() {
        return new FileJournal(
                journalFile().getParent(), journalFile().getFileName().toString());
    }

    Path journalFile() {
        return file.resolveSibling(file.getFileName() + JOURNAL_SUFFIX);
    }

    /** The render of the same request that an earlier command began. */
    Optional<RenderRecord> unfinished() {
        return unfinished;
    }

    /** Called when there is nothing to go on with: the video is there, or there will be none. */
    void forget() {
        try {
            Files.deleteIfExists(journalFile());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + journalFile() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        if (lock.isEmpty()) {
            return;
        }
        if (!Files.exists(journalFile())) {
            lockFile.toFile().delete();
        }
        lock.get().close();
    }
}
