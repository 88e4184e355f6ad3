package io.jenkins.plugins.videogeneration.render;

import com.drew.imaging.mp4.Mp4MetadataReader;
import com.drew.lang.Rational;
import com.drew.metadata.Metadata;
import com.drew.metadata.mp4.Mp4Directory;
import com.drew.metadata.mp4.media.Mp4VideoDirectory;
import io.jenkins.plugins.videogeneration.api.DownloadedContent;
import io.jenkins.plugins.videogeneration.api.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks that a download is a video that can be played: an MP4 with an index, a duration and a picture. */
final class Mp4Inspector {

    private static final int HEAD_BYTES = 12;

    private Mp4Inspector() {}

    /**
     * @param record the render whose video it should be
     * @throws RenderException if it is none
     * @throws IOException if the file can't be read
     */
    static VideoFile inspect(DownloadedContent content, RenderRecord record) throws IOException {
        return inspect(content, record.videoId(), record.fileName());
    }

    /**
     * @param id of the video that it should be
     * @param name the name that it gets
     * @throws RenderException if it is none
     * @throws IOException if the file can't be read
     */
    static VideoFile inspect(DownloadedContent content, String id, String name) throws IOException {
        Path file = content.file();
        if (!isMp4(head(file))) {
            throw unusable(content, id, Text.of("render.Mp4Inspector.noMp4"));
        }
        Mp4Boxes boxes = Mp4Boxes.of(file);
        if (!boxes.areWhole()) {
            throw unusable(content, id, Text.of("render.Mp4Inspector.cutOff"));
        }
        Metadata metadata;
        try {
            metadata = Mp4MetadataReader.readMetadata(file.toFile());
        } catch (RuntimeException e) {
            throw unusable(content, id, Text.of("render.Mp4Inspector.damaged", e.getMessage()));
        }
        Mp4Directory movie = metadata.getFirstDirectoryOfType(Mp4Directory.class);
        Mp4VideoDirectory track = metadata.getFirstDirectoryOfType(Mp4VideoDirectory.class);
        Rational duration = movie == null ? null : movie.getRational(Mp4Directory.TAG_DURATION_SECONDS);
        Integer width = track == null ? null : track.getInteger(Mp4VideoDirectory.TAG_WIDTH);
        Integer height = track == null ? null : track.getInteger(Mp4VideoDirectory.TAG_HEIGHT);
        boolean plays = duration != null && (duration.doubleValue() > 0 || boxes.areFragments());
        if (!plays || width == null || height == null) {
            throw unusable(content, id, Text.of("render.Mp4Inspector.noTrack"));
        }
        return new VideoFile(name, content.bytes(), content.sha256(), width, height, duration.doubleValue());
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD_BYTES);
        }
    }

    private static boolean isMp4(byte[] head) {
        return head.length == HEAD_BYTES && new String(head, 4, 4, StandardCharsets.ISO_8859_1).equals("ftyp");
    }

    private static RenderException unusable(DownloadedContent content, String id, Text problem) {
        return new RenderException(
                Text.of("render.Mp4Inspector.unusable", id, content.bytes(), content.typeInWords(), problem),
                Text.of("render.Mp4Inspector.again"));
    }
}
