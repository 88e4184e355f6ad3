package io.jenkins.plugins.videogeneration.run;

import hudson.Util;
import io.jenkins.plugins.videogeneration.api.RemixVideoRequest;
import io.jenkins.plugins.videogeneration.api.SubmitRequest;
import io.jenkins.plugins.videogeneration.service.VideoService;
import java.util.function.UnaryOperator;

/** The options of a new video that takes another one as its pattern. */
public final class RemixOptions extends SubmitOptions {

    private static final long serialVersionUID = 1L;

    private String id;

    /**
     * @param id the service's id of the pattern
     * @param prompt what shall be different
     */
    public RemixOptions(String id, String prompt) {
        super(prompt);
        this.id = Util.fixNull(id).trim();
    }

    @Override
    public SubmitRequest request(VideoService renderer, WorkspaceFiles files) {
        return new RemixVideoRequest(id, getPrompt(), getExtra());
    }

    @Override
    void expand(UnaryOperator<String> expand) {
        super.expand(expand);
        id = expand.apply(id);
    }

    public String getId() {
        return id;
    }
}
