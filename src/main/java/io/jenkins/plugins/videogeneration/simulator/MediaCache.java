package io.jenkins.plugins.videogeneration.simulator;

import io.jenkins.plugins.videogeneration.simulator.media.CardRenderer;
import io.jenkins.plugins.videogeneration.simulator.media.PlainWebp;
import io.jenkins.plugins.videogeneration.simulator.media.TestCard;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes the files of jobs when they are asked for, and keeps the latest, since clients come back for parts. One file is made at a time: that
 * bounds the memory in use, and the work is bound by the processor anyway.
 */
final class MediaCache {

    private final CardRenderer renderer;
    private final long capacity;
    private final boolean webp;
    private final Map<Key, MediaFile> files = new LinkedHashMap<>(16, 0.75f, true);
    private long held;

    /** @param webp whether thumbnails are in WebP */
    MediaCache(CardRenderer renderer, long capacity, boolean webp) {
        this.renderer = renderer;
        this.capacity = capacity;
        this.webp = webp;
    }

    synchronized MediaFile get(Job job, Variant variant) {
        Key key = new Key(job.id(), variant);
        MediaFile file = files.get(key);
        if (file == null) {
            file = make(card(job), variant);
            files.put(key, file);
            held += file.bytes().length;
            dropOldest();
        }
        return file;
    }

    private void dropOldest() {
        Iterator<MediaFile> oldest = files.values().iterator();
        while (held > capacity && oldest.hasNext()) {
            held -= oldest.next().bytes().length;
            oldest.remove();
        }
    }

    private MediaFile make(TestCard card, Variant variant) {
        return switch (variant) {
            case VIDEO -> MediaFile.of(CardRenderer.VIDEO_TYPE, renderer.video(card));
            case THUMBNAIL ->
                webp
                        ? MediaFile.of(PlainWebp.TYPE, PlainWebp.picture(card.width(), card.height(), card.id()))
                        : MediaFile.of(CardRenderer.PICTURE_TYPE, renderer.thumbnail(card));
            case SPRITESHEET -> MediaFile.of(CardRenderer.PICTURE_TYPE, renderer.spriteSheet(card));
        };
    }

    private static TestCard card(Job job) {
        Duration duration = Duration.ofMillis(
                job.seconds().multiply(BigDecimal.valueOf(1000)).longValue());
        return new TestCard(
                job.id(),
                job.prompt(),
                job.model(),
                job.size().width(),
                job.size().height(),
                duration,
                job.createdAt());
    }

    private record Key(String id, Variant variant) {}
}
