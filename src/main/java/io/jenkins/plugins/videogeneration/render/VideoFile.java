package io.jenkins.plugins.videogeneration.render;

import java.io.Serializable;

/**
 * A fetched video that was checked to be one.
 *
 * @param name the file's name, without a folder
 * @param bytes its length
 * @param sha256 in lower-case hexadecimal
 * @param width in pixels
 * @param height in pixels
 * @param durationSeconds how long it plays; 0 if its index does not say, as in an MP4 of fragments
 */
public record VideoFile(String name, long bytes, String sha256, int width, int height, double durationSeconds)
        implements Serializable {}
