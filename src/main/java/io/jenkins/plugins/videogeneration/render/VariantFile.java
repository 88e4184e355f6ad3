package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.ContentVariant;

/**
 * A fetched picture that goes with a video.
 *
 * @param variant what it shows
 * @param name the file's name, without the fetching folder
 * @param mediaType what it really is, found out from its content
 * @param bytes its length
 * @param sha256 in lower-case hexadecimal
 */
public record VariantFile(ContentVariant variant, String name, String mediaType, long bytes, String sha256) {}
