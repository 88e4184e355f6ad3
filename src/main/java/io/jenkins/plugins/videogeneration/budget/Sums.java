package io.jenkins.plugins.videogeneration.budget;

/**
 * What was asked for.
 *
 * @param today since midnight of the controller's time zone
 * @param all since the plugin keeps account
 */
public record Sums(Sum today, Sum all) {}
