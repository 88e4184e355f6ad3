package io.jenkins.plugins.videogeneration.run;

import io.jenkins.plugins.videogeneration.api.EditVideoRequest;
import io.jenkins.plugins.videogeneration.api.SubmitRequest;
import io.jenkins.plugins.videogeneration.service.VideoService;
import java.io.IOException;

/** The options of a render that changes a video. */
public final class EditOptions extends SourceOptions {

    private static final long serialVersionUID = 1L;

    public EditOptions(String prompt) {
        super(prompt);
    }

    @Override
    public SubmitRequest request(VideoService renderer, WorkspaceFiles files) throws IOException, InterruptedException {
        return new EditVideoRequest(source(files), getPrompt(), getExtra());
    }
}
