package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.OneLine;
import io.jenkins.plugins.videogeneration.api.Video;
import io.jenkins.plugins.videogeneration.api.VideoCharacter;
import java.util.ArrayList;
import java.util.List;

/** Videos as people read them. */
final class VideoText {

    private static final int PROMPT_ON_A_ROW = 40;
    /** Ids are long at some services, and are there to be copied: they are never cut. */
    private static final String ROW = "%%-%ds  %%-11s  %%-20s  %%-9s  %%7s  %%s";

    private VideoText() {}

    /** One line for each thing that is known. */
    static List<String> details(Video video) {
        List<String> lines = new ArrayList<>();
        add(lines, "id", video.id());
        add(lines, "status", video.status());
        add(lines, "progress", video.progress() == null ? null : video.progress() + " %");
        add(lines, "model", video.model());
        add(lines, "size", video.size());
        add(lines, "seconds", video.seconds());
        add(lines, "created", video.createdAt());
        add(lines, "completed", video.completedAt());
        add(lines, "expires", video.expiresAt());
        add(lines, "remix of", video.remixedFromVideoId());
        add(lines, "error", video.error());
        add(lines, "prompt", video.prompt());
        return lines;
    }

    /** The same for a character. */
    static List<String> details(VideoCharacter character) {
        List<String> lines = new ArrayList<>();
        add(lines, "id", character.id());
        add(lines, "name", character.name());
        add(lines, "created", character.createdAt());
        return lines;
    }

    /** One row for each video, below a row of titles. */
    static List<String> table(List<Video> videos) {
        List<String> rows = new ArrayList<>();
        String row = String.format(
                ROW, videos.stream().mapToInt(v -> cell(v.id()).length()).max().orElse(2));
        rows.add(String.format(row, "ID", "STATUS", "CREATED", "SIZE", "SECONDS", "PROMPT"));
        for (Video video : videos) {
            String prompt = video.prompt() == null ? "" : cut(OneLine.of(video.prompt()));
            rows.add(String.format(
                            row,
                            cell(video.id()),
                            cell(video.status()),
                            cell(video.createdAt()),
                            cell(video.size()),
                            cell(video.seconds()),
                            prompt)
                    .stripTrailing());
        }
        return rows;
    }

    private static void add(List<String> lines, String name, Object value) {
        if (value != null) {
            lines.add(String.format("%-11s%s", name, cell(value)));
        }
    }

    private static String cut(String line) {
        return line.codePointCount(0, line.length()) <= PROMPT_ON_A_ROW
                ? line
                : line.substring(0, line.offsetByCodePoints(0, PROMPT_ON_A_ROW - 3)) + "...";
    }

    private static String cell(Object value) {
        return value == null ? "" : OneLine.of(value.toString());
    }
}
