package io.jenkins.plugins.videogeneration.gallery;

import hudson.Util;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Which renders are wanted.
 *
 * @param status a state as the remote API has it, or null for all
 * @param text what the prompt, the model, the service or the file's name has in it, in any case, or null
 */
record GalleryFilter(String status, String text) {

    static GalleryFilter of(String status, String text) {
        return new GalleryFilter(Util.fixEmptyAndTrim(status), Util.fixEmptyAndTrim(text));
    }

    /** Told from the record alone, so that a build is loaded only when it is shown. */
    boolean mayAccept(RenderRecord record) {
        return (text == null || has(record)) && (status == null || mayBe(record));
    }

    private boolean mayBe(RenderRecord record) {
        return CardState.possible(record).stream().anyMatch(state -> state.id().equals(status));
    }

    boolean accepts(VideoCard card) {
        return status == null || status.equals(card.getState());
    }

    private boolean has(RenderRecord record) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return Stream.of(
                        record.request().text("prompt"),
                        record.request().text("model"),
                        record.request().service(),
                        record.fileName(),
                        record.videoId())
                .filter(Objects::nonNull)
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
