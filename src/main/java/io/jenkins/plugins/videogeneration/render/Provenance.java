package io.jenkins.plugins.videogeneration.render;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Where a video comes from: {@code NAME.mp4.json}, beside it.
 *
 * @param generator what made the video, with its version
 * @param render the whole story of the render
 */
public record Provenance(
        @JsonProperty("generator") String generator,
        @JsonUnwrapped RenderRecord render) {

    /** The name of the record beside a video of this name. */
    public static String fileName(String videoName) {
        return videoName + ".json";
    }

    static void write(RenderRecord record, Path folder) throws IOException {
        String version = Objects.requireNonNullElse(
                Provenance.class.getPackage().getImplementationVersion(), "development version");
        Provenance provenance = new Provenance("Video Generation " + version, record);
        Path file = folder.resolve(fileName(record.fileName()));
        DurableFile.replace(file, RecordJson.write(provenance));
    }
}
