package io.jenkins.plugins.videogeneration.run;

import hudson.Util;
import io.jenkins.plugins.videogeneration.api.InvalidRequestException;
import io.jenkins.plugins.videogeneration.api.SourceVideo;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** The options of a render that begins with a video: one that the service has, or one of the workspace. */
public abstract class SourceOptions extends SubmitOptions {

    private static final long serialVersionUID = 1L;

    private String id;
    private String video;

    SourceOptions(String prompt) {
        super(prompt);
    }

    SourceVideo source(WorkspaceFiles files) throws IOException, InterruptedException {
        requireOne(id, video);
        if (id != null) {
            return new SourceVideo.ById(id);
        }
        return video == null ? null : new SourceVideo.OfFile(files.bring("video", video));
    }

    /** @throws InvalidRequestException if both are given */
    static void requireOne(String id, String video) {
        if (id != null && video != null) {
            throw new InvalidRequestException("video", Messages.SourceOptions_both());
        }
    }

    @Override
    void expand(UnaryOperator<String> expand) {
        super.expand(expand);
        id = expand.apply(id);
        video = expand.apply(video);
    }

    /** The service's id of the video to begin with. */
    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = Util.fixEmptyAndTrim(id);
    }

    /** A video file of the workspace to begin with. */
    public String getVideo() {
        return video;
    }

    public void setVideo(String video) {
        this.video = Util.fixEmptyAndTrim(video);
    }
}
