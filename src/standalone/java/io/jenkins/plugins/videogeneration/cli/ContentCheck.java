package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.ContentVariant;
import io.jenkins.plugins.videogeneration.api.DownloadedContent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** Looks at the first bytes of a download: some services send an error, or the video for a picture, with status 200. */
final class ContentCheck {

    private static final int HEAD_BYTES = 12;

    private ContentCheck() {}

    /** @throws CommandFailure if the file is not what the variant promises */
    static void require(ContentVariant variant, DownloadedContent content) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(content.file())) {
            bytes = in.readNBytes(HEAD_BYTES);
        }
        String head = new String(bytes, StandardCharsets.ISO_8859_1);
        boolean right = variant == ContentVariant.VIDEO ? head.startsWith("ftyp", 4) : isPicture(head);
        if (!right) {
            throw new CommandFailure(
                    ExitCode.UNUSABLE_CONTENT,
                    "What the service sent (" + content.bytes() + " bytes of " + content.contentType() + ") is no "
                            + (variant == ContentVariant.VIDEO ? "MP4" : "picture"),
                    "The service may not have this variant; nothing was written.");
        }
    }

    private static boolean isPicture(String head) {
        return head.startsWith("\u00ff\u00d8\u00ff")
                || head.startsWith("\u0089PNG")
                || (head.startsWith("RIFF") && head.startsWith("WEBP", 8));
    }
}
