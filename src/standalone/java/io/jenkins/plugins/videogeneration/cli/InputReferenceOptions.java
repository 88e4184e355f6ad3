package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.InputReference;
import io.jenkins.plugins.videogeneration.api.InvalidRequestException;
import io.jenkins.plugins.videogeneration.api.Upload;
import io.jenkins.plugins.videogeneration.render.ReferenceImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What a new video starts from, named in one of three ways. */
final class InputReferenceOptions {

    @ArgGroup(exclusive = true, multiplicity = "0..1")
    private Choice choice;

    @Option(
            names = "--fit-input-reference",
            description = "Scale and crop the image of --input-reference to the size in --size.")
    private boolean fit;

    /**
     * @param size the size of the video, or null if the service decides
     * @return what was named, or null
     */
    InputReference reference(String size, Surroundings surroundings) {
        if (fit && (choice == null || choice.file == null || size == null)) {
            throw CommandFailure.badInput(
                    "--fit-input-reference needs --input-reference FILE and --size", "Give both, or leave it out.");
        }
        if (choice == null) {
            return null;
        }
        if (choice.url != null) {
            ReferenceImage.checkDataUrl("inputReferenceUrl", choice.url, size);
            return named("inputReferenceUrl", choice.url, InputReference.OfUrl::new);
        }
        if (choice.fileId != null) {
            return named("inputReferenceFileId", choice.fileId, InputReference.OfFileId::new);
        }
        return fileOrObject(new FileArgument(choice.file), size, surroundings);
    }

    private InputReference fileOrObject(FileArgument argument, String size, Surroundings surroundings) {
        Optional<String> url = argument.valueOf("image_url");
        Optional<String> fileId = argument.valueOf("file_id");
        if (url.isPresent()) {
            return new InputReference.OfUrl(url.get());
        }
        return fileId.isPresent()
                ? new InputReference.OfFileId(fileId.get())
                : new InputReference.OfFile(fitted(argument.upload("inputReference", surroundings), size));
    }

    /** The three ways are one field of the request, but three options. */
    private static InputReference named(String option, String value, Function<String, InputReference> reference) {
        try {
            return reference.apply(value);
        } catch (InvalidRequestException e) {
            throw new InvalidRequestException(option, e.problem());
        }
    }

    private Upload fitted(Upload upload, String size) {
        try {
            Path folder = fit ? temporaryFolder() : upload.file().getParent();
            Upload fitted = ReferenceImage.of(upload, size, fit, folder);
            if (fit) {
                // of what is to be deleted at the end, the last is deleted first: the file before its folder
                folder.resolve(fitted.file().getFileName()).toFile().deleteOnExit();
            }
            return fitted;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read or scale " + upload.file() + ": " + e.getMessage(), e);
        }
    }

    /** It has to stay until the request was sent, which can be long from now. */
    private static Path temporaryFolder() throws IOException {
        Path folder = Files.createTempDirectory("videos");
        folder.toFile().deleteOnExit();
        return folder;
    }

    private static final class Choice {
        @Option(
                names = "--input-reference",
                paramLabel = "FILE",
                required = true,
                description = "An image (at some services a video) that the video starts from.")
        private String file;

        @Option(
                names = "--input-reference-url",
                paramLabel = "URL",
                required = true,
                description = "The same as an address that the service fetches, or as a data URL.")
        private String url;

        @Option(
                names = "--input-reference-file-id",
                paramLabel = "ID",
                required = true,
                description = "The same as a file that the service has.")
        private String fileId;
    }
}
