package io.jenkins.plugins.videogeneration.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Set;

/** Content within JSON, in base64, as TensorRT-LLM may send it. It is decoded piece by piece: a video does not go into memory. */
final class Base64Content {

    private static final Set<String> FIELDS =
            Set.of("b64_json", "b64", "base64", "video_base64", "video", "data", "content");
    private static final int MAX_DEPTH = 20;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    private Base64Content() {}

    /**
     * Puts what is in the file into its place.
     *
     * @return whether there was a video or a picture in it; otherwise the file is as it was
     */
    static boolean unwrap(Path file) throws IOException {
        Path decoded = file.resolveSibling(file.getFileName() + ".decoded");
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder");
        FreeSpace.OF_THE_DISK.require(folder, Files.size(file) / 4 * 3);
        try {
            boolean found = decode(file, decoded) && FileHead.of(decoded).isMedia();
            if (found) {
                Files.move(decoded, file, StandardCopyOption.REPLACE_EXISTING);
            }
            return found;
        } finally {
            Files.deleteIfExists(decoded);
        }
    }

    private static boolean decode(Path file, Path decoded) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                OutputStream out = Files.newOutputStream(decoded);
                JsonParser parser = FACTORY.createParser(in)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String name = parser.currentName();
                if (token == JsonToken.VALUE_STRING && name != null && FIELDS.contains(name)) {
                    parser.readBinaryValue(out);
                    return true;
                }
            }
            return false;
        } catch (JsonProcessingException | CharConversionException | IllegalArgumentException e) {
            // no JSON, no text at all, or no base64
            return false;
        }
    }
}
