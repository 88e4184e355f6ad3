package io.jenkins.plugins.videogeneration.api;

import java.util.List;

/**
 * One page of a list of videos.
 *
 * @param videos in the order that was asked for; may be empty although there is a next page
 * @param next the cursor to give as {@code after} for the next page, or null if this is the last one
 */
public record VideoPage(List<Video> videos, String next) {
    public VideoPage {
        videos = List.copyOf(videos);
    }
}
