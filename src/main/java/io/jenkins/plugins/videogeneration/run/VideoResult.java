package io.jenkins.plugins.videogeneration.run;

import hudson.model.Run;
import io.jenkins.plugins.videogeneration.api.DeletedVideo;
import io.jenkins.plugins.videogeneration.api.Video;
import io.jenkins.plugins.videogeneration.api.VideoCharacter;
import io.jenkins.plugins.videogeneration.artifact.ArtifactLink;
import io.jenkins.plugins.videogeneration.render.Cost;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.render.ReportedVideo;
import io.jenkins.plugins.videogeneration.render.VariantFile;
import io.jenkins.plugins.videogeneration.render.VideoFile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** What steps return: plain values, so that a sandboxed script can read them and a saved program can hold them. */
public final class VideoResult {

    private VideoResult() {}

    /** @param archived whether the video is among the build's artifacts */
    public static Map<String, Object> of(RenderRecord record, Run<?, ?> run, boolean archived) {
        ReportedVideo video = Objects.requireNonNullElse(record.video(), ReportedVideo.NOTHING);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("id", record.videoId());
        result.put("status", record.status());
        result.put("model", first(video.model(), record.request().text("model")));
        result.put("size", size(record, video));
        result.put("seconds", first(video.seconds(), record.request().text("seconds")));
        putFile(result, record, name -> archived ? ArtifactLink.url(run, name) : null);
        record.pictures().forEach(picture -> result.put(picture.variant().parameter(), picture.name()));
        result.put("service", record.request().service());
        Cost cost = record.cost();
        result.put("cost", cost == null ? null : cost.amount());
        result.put("currency", cost == null ? null : cost.currency());
        result.put("reusedFrom", record.reusedFrom());
        result.put("submittedAt", text(record.submittedAt()));
        result.put("completedAt", text(first(video.completedAt(), record.deliveredAt())));
        return result;
    }

    /** What a service says about a video. */
    public static Map<String, Object> of(Video video) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("id", video.id());
        result.put("status", video.status().value());
        result.put("progress", video.progress());
        result.put("model", video.model());
        result.put("prompt", video.prompt());
        result.put("size", video.size());
        result.put("seconds", video.seconds());
        result.put("createdAt", text(video.createdAt()));
        result.put("completedAt", text(video.completedAt()));
        result.put("expiresAt", text(video.expiresAt()));
        result.put("remixedFromVideoId", video.remixedFromVideoId());
        result.put("error", video.error() == null ? null : video.error().toString());
        return result;
    }

    /** What a service says about a delete. */
    public static Map<String, Object> of(DeletedVideo video) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("id", video.id());
        result.put("deleted", video.deleted());
        return result;
    }

    /** What a service says about a character. */
    public static Map<String, Object> of(VideoCharacter character) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("id", character.id());
        result.put("name", character.name());
        result.put("createdAt", text(character.createdAt()));
        return result;
    }

    /** The video, or the picture that was asked for instead; nothing if it was not waited for. */
    private static void putFile(Map<String, Object> result, RenderRecord record, UnaryOperator<String> url) {
        VideoFile file = record.file();
        if (file != null) {
            putFile(result, file.name(), url.apply(file.name()), file.bytes(), file.sha256());
        } else if (!record.pictures().isEmpty()) {
            VariantFile picture = record.pictures().get(0);
            putFile(result, picture.name(), url.apply(picture.name()), picture.bytes(), picture.sha256());
        } else {
            putFile(result, null, null, null, null);
        }
    }

    private static void putFile(Map<String, Object> result, String name, String url, Long bytes, String sha256) {
        result.put("file", name);
        result.put("url", url);
        result.put("bytes", bytes);
        result.put("sha256", sha256);
    }

    private static String size(RenderRecord record, ReportedVideo video) {
        return record.file() == null
                ? first(video.size(), record.request().text("size"))
                : record.file().width() + "x" + record.file().height();
    }

    private static <T> T first(T one, T other) {
        return one != null ? one : other;
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
