package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.Video;

/** Prints one video, for people or for programs. */
final class VideoOutput {

    private VideoOutput() {}

    static void print(Video video, JsonOption json, Surroundings surroundings) {
        if (json.isSet()) {
            surroundings.out().println(Wire.text(Wire.video(video)));
        } else {
            VideoText.details(video).forEach(surroundings.out()::println);
        }
    }
}
