package io.jenkins.plugins.videogeneration.run;

import hudson.Util;
import io.jenkins.plugins.videogeneration.api.InvalidRequestException;
import io.jenkins.plugins.videogeneration.api.RequestRules;
import io.jenkins.plugins.videogeneration.api.SubmitRequest;
import io.jenkins.plugins.videogeneration.service.VideoService;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The options of a render that is asked for, and paid. */
public abstract class SubmitOptions extends RenderOptions {

    private static final long serialVersionUID = 1L;

    private String prompt;
    private Map<String, Object> extra = new LinkedHashMap<>();
    private String onAbort;
    private String adopt;

    SubmitOptions(String prompt) {
        this.prompt = Util.fixNull(prompt);
    }

    /**
     * The request for a service, checked.
     *
     * @param files brings files of the workspace here
     * @throws InvalidRequestException if a value can't be right
     */
    public abstract SubmitRequest request(VideoService renderer, WorkspaceFiles files)
            throws IOException, InterruptedException;

    /** Whether a video that was rendered before will do. */
    public boolean isReuse() {
        return false;
    }

    @Override
    public void check(boolean hasWorkspace) {
        super.check(hasWorkspace);
        abortRule();
        if (adopt != null) {
            RequestRules.id("adopt", adopt);
        }
    }

    /** @throws InvalidRequestException if there is no such rule */
    AbortRule abortRule() {
        return AbortRule.of(onAbort);
    }

    /** A video that is adopted may be asked for without a prompt. */
    @Override
    String title() {
        return adopt != null && prompt.isBlank() ? "video" : prompt;
    }

    @Override
    void expand(UnaryOperator<String> expand) {
        super.expand(expand);
        prompt = Util.fixNull(expand.apply(prompt));
        Map<String, Object> expanded = new LinkedHashMap<>(extra);
        expanded.replaceAll((name, value) -> value instanceof String text ? Util.fixNull(expand.apply(text)) : value);
        extra = expanded;
        onAbort = expand.apply(onAbort);
        adopt = expand.apply(adopt);
    }

    public String getPrompt() {
        return prompt;
    }

    /** What becomes of the render when the build is aborted: {@code delete} or {@code keep}. */
    public String getOnAbort() {
        return onAbort == null ? AbortRule.DELETE.word() : onAbort;
    }

    public void setOnAbort(String onAbort) {
        this.onAbort = Util.fixEmptyAndTrim(onAbort);
    }

    /** The id of a render that was asked for before, and that is waited for instead of asking for a new one. */
    public String getAdopt() {
        return adopt;
    }

    public void setAdopt(String adopt) {
        this.adopt = Util.fixEmptyAndTrim(adopt);
    }

    /** Parameters of the service's own, such as seed. */
    public Map<String, Object> getExtra() {
        return extra;
    }

    public void setExtra(Map<String, Object> extra) {
        this.extra = plain(extra);
    }
}
