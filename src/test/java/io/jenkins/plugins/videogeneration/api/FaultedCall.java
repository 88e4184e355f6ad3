package io.jenkins.plugins.videogeneration.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The calls of the API, each once. */
enum FaultedCall {
    RETRIEVE(Kind.QUESTION, (client, file) -> client.retrieve("video_1")),
    LIST(Kind.QUESTION, (client, file) -> client.list(ListQuery.newest())),
    DELETE(Kind.QUESTION, (client, file) -> client.delete("video_1")),
    RETRIEVE_CHARACTER(Kind.QUESTION, (client, file) -> client.retrieveCharacter("char_1")),
    CREATE(Kind.PAID, (client, file) -> client.create(new CreateVideoRequest("A fox", null, null, null))),
    EXTEND(
            Kind.PAID,
            (client, file) ->
                    client.extend(new ExtendVideoRequest(new SourceVideo.ById("video_1"), "It runs", "4", Map.of()))),
    EDIT(
            Kind.PAID,
            (client, file) -> client.edit(new EditVideoRequest(new SourceVideo.ById("video_1"), "In snow", Map.of()))),
    REMIX(Kind.PAID, (client, file) -> client.remix(new RemixVideoRequest("video_1", "In snow", Map.of()))),
    CREATE_CHARACTER(
            Kind.PAID,
            (client, file) -> client.createCharacter(
                    new CreateCharacterRequest("Reynard", video(file)), new CompletableFuture<>())),
    CONTENT(Kind.DOWNLOAD, (client, file) -> client.downloadContent("video_1", ContentVariant.VIDEO, file)),
    THUMBNAIL(Kind.DOWNLOAD, (client, file) -> client.downloadContent("video_1", ContentVariant.THUMBNAIL, file));

    /** What it costs to make the call twice: nothing, money, or time. */
    enum Kind {
        QUESTION,
        PAID,
        DOWNLOAD
    }

    @FunctionalInterface
    private interface Maker {
        ApiCall<?> call(VideosClient client, Path file) throws IOException;
    }

    private final Kind kind;
    private final Maker maker;

    FaultedCall(Kind kind, Maker maker) {
        this.kind = kind;
        this.maker = maker;
    }

    Kind kind() {
        return kind;
    }

    /** The beginning of an MP4 is enough to be taken for a video. */
    private static Upload video(Path beside) throws IOException {
        byte[] head = "\0\0\0\u0018ftypisom\0\0\0\0isomiso2".getBytes(StandardCharsets.ISO_8859_1);
        return Upload.of("video", Files.write(beside.resolveSibling("reference.mp4"), head));
    }

    void on(VideosClient client, Path file) throws IOException, InterruptedException {
        maker.call(client, file).execute();
    }
}
