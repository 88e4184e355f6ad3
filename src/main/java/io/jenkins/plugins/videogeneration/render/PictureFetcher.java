package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.Cancellation;
import io.jenkins.plugins.videogeneration.api.ContentVariant;
import io.jenkins.plugins.videogeneration.api.DownloadedContent;
import io.jenkins.plugins.videogeneration.api.SniffedType;
import io.jenkins.plugins.videogeneration.api.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Fetches the pictures that go with a video. Many services have none: beside a video a missing one is only told, and
 * where nothing but pictures is wanted it is a failure.
 */
final class PictureFetcher {

    private final RenderRecord record;
    private final RenderContext context;
    private final Executor worker;
    private final CompletableFuture<List<VariantFile>> result = new CompletableFuture<>();

    PictureFetcher(RenderRecord record, RenderContext context, Executor worker) {
        this.record = record;
        this.context = context;
        this.worker = worker;
    }

    /** Cancelling it ends the fetching. */
    CompletableFuture<List<VariantFile>> fetch() {
        CompletableFuture<List<VariantFile>> all = CompletableFuture.completedFuture(new ArrayList<>());
        for (ContentVariant variant : record.variants()) {
            if (variant != ContentVariant.VIDEO) {
                all = all.thenComposeAsync(pictures -> add(pictures, variant), worker);
            }
        }
        all.whenComplete((pictures, error) -> {
            if (error == null) {
                result.complete(pictures);
            } else {
                result.completeExceptionally(RenderRun.unwrap(error));
            }
        });
        return result;
    }

    private CompletableFuture<List<VariantFile>> add(List<VariantFile> pictures, ContentVariant variant) {
        if (result.isDone()) {
            return CompletableFuture.completedFuture(pictures);
        }
        boolean optional = record.variants().contains(ContentVariant.VIDEO);
        return fetch(variant)
                .handleAsync(
                        (picture, error) -> {
                            if (error == null) {
                                pictures.add(picture);
                            } else if (optional) {
                                context.listener().withoutPicture(variant, Text.saidBy(RenderRun.unwrap(error)));
                            } else {
                                throw asUnchecked(RenderRun.unwrap(error));
                            }
                            return pictures;
                        },
                        worker);
    }

    private CompletableFuture<VariantFile> fetch(ContentVariant variant) {
        Path part = context.folder().resolve(record.fileName() + "." + variant.parameter() + ".part");
        CompletableFuture<DownloadedContent> download;
        try {
            Files.createDirectories(Objects.requireNonNull(part.getParent()));
            download = context.client()
                    .get()
                    .downloadContent(record.videoId(), variant, part)
                    .start();
        } catch (IOException | RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
        Cancellation.passedOn(result, download);
        return download.thenApplyAsync(content -> accept(content, variant), worker)
                .whenCompleteAsync((picture, error) -> deletePart(part), worker);
    }

    private VariantFile accept(DownloadedContent content, ContentVariant variant) {
        try {
            String mediaType = SniffedType.of(content.file());
            if (!mediaType.startsWith("image/")) {
                throw new RenderException(
                        Text.of(
                                "render.PictureFetcher.noPicture",
                                variant.parameter(),
                                content.bytes(),
                                content.typeInWords()),
                        Text.of("render.PictureFetcher.leaveOut"));
            }
            String name = name(variant, mediaType.substring("image/".length()));
            DurableFile.rename(content.file(), context.folder().resolve(name));
            return new VariantFile(variant, name, mediaType, content.bytes(), content.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** boat.mp4 has the thumbnail boat.thumbnail.webp; the ending is that of what the picture really is. */
    private String name(ContentVariant variant, String subtype) {
        String video = record.fileName();
        int dot = video.lastIndexOf('.');
        String base = dot > video.lastIndexOf('/') + 1 ? video.substring(0, dot) : video;
        return base + "." + variant.parameter() + "." + (subtype.equals("jpeg") ? "jpg" : subtype);
    }

    private void deletePart(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            context.listener().troubled(Text.of("render.VideoFetcher.notDeleted", part, Text.saidBy(e)));
        }
    }

    private static RuntimeException asUnchecked(Throwable error) {
        return error instanceof RuntimeException e ? e : new IllegalStateException(error);
    }
}
