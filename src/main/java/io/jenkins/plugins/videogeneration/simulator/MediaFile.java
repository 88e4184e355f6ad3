package io.jenkins.plugins.videogeneration.simulator;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A video or a picture.
 *
 * @param contentType what it really is
 * @param bytes not to be changed
 * @param etag changes when the bytes do
 */
record MediaFile(String contentType, byte[] bytes, String etag) {

    static MediaFile of(String contentType, byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new MediaFile(contentType, bytes, '"' + HexFormat.of().formatHex(hash, 0, 16) + '"');
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
