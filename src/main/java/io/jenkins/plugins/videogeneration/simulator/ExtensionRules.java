package io.jenkins.plugins.videogeneration.simulator;

/**
 * How far a video can be extended.
 *
 * @param times how many extensions one video takes
 * @param totalSeconds how long it may become
 */
record ExtensionRules(int times, int totalSeconds) {}
