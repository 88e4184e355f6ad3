package io.jenkins.plugins.videogeneration.run;

import hudson.Util;
import io.jenkins.plugins.videogeneration.api.ExtendVideoRequest;
import io.jenkins.plugins.videogeneration.api.SubmitRequest;
import io.jenkins.plugins.videogeneration.service.VideoService;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** The options of a render that goes on where a video ends. */
public final class ExtendOptions extends SourceOptions {

    private static final long serialVersionUID = 1L;

    private String seconds;

    public ExtendOptions(String prompt) {
        super(prompt);
    }

    @Override
    public SubmitRequest request(VideoService renderer, WorkspaceFiles files) throws IOException, InterruptedException {
        renderer.checkExtension(seconds);
        return new ExtendVideoRequest(source(files), getPrompt(), seconds, getExtra());
    }

    @Override
    void expand(UnaryOperator<String> expand) {
        super.expand(expand);
        seconds = expand.apply(seconds);
    }

    public String getSeconds() {
        return seconds;
    }

    public void setSeconds(String seconds) {
        this.seconds = Util.fixEmptyAndTrim(seconds);
    }
}
