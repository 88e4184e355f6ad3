package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.InvalidRequestException;
import io.jenkins.plugins.videogeneration.api.Upload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An argument that names a file, or a thing that the service knows. Like the API's own command line it takes {@code FILE},
 * {@code @FILE}, and an object such as {@code {id: video_123}}.
 */
record FileArgument(String text) {

    private static final Pattern OBJECT = Pattern.compile("(?s)\\{\\s*([\"']?)(\\w+)\\1\\s*:\\s*([\"']?)(.+?)\\3\\s*}");

    /** The object's value, if the argument is an object with this one key. */
    Optional<String> valueOf(String key) {
        Matcher matcher = OBJECT.matcher(text.strip());
        return matcher.matches() && matcher.group(2).equals(key) ? Optional.of(matcher.group(4)) : Optional.empty();
    }

    /**
     * The file, looked into.
     *
     * @param field the option as the requests' rules call it
     * @throws io.jenkins.plugins.videogeneration.api.InvalidRequestException if it is missing or no image or video
     */
    Upload upload(String field, Surroundings surroundings) {
        Path file = file(field, surroundings);
        try {
            return Upload.of(field, file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** The same for what has to be a video. */
    Upload video(String field, Surroundings surroundings) {
        Upload upload = upload(field, surroundings);
        if (upload.isImage()) {
            throw new InvalidRequestException(field, "is '" + text + "', but that is an image. Give a video");
        }
        return upload;
    }

    private Path file(String field, Surroundings surroundings) {
        try {
            Path literal = surroundings.resolve(Path.of(text));
            boolean marked = text.startsWith("@") && !Files.exists(literal);
            return marked ? surroundings.resolve(Path.of(text.substring(1))) : literal;
        } catch (InvalidPathException e) {
            throw new InvalidRequestException(field, "is '" + text + "', which is no path. Name a file");
        }
    }
}
