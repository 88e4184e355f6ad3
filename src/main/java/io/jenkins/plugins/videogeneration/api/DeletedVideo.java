package io.jenkins.plugins.videogeneration.api;

/**
 * The answer to a delete.
 *
 * @param id the id that was asked to be deleted
 * @param deleted whether the service says that it is gone
 */
public record DeletedVideo(String id, boolean deleted) {}
