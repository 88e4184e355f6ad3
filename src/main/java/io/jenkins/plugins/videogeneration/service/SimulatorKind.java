package io.jenkins.plugins.videogeneration.service;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Descriptor;
import hudson.model.Run;
import hudson.util.FormValidation;
import io.jenkins.plugins.videogeneration.api.VideosClient;
import io.jenkins.plugins.videogeneration.simulator.PromptRule;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A service inside Jenkins that renders test cards: real videos, for nothing, to develop a pipeline with. */
public class SimulatorKind extends ServiceKind {

    static final int DEFAULT_RENDER_SECONDS = 5;
    static final int MAX_RENDER_SECONDS = 3600;

    private int renderSeconds = DEFAULT_RENDER_SECONDS;
    private String moderateWhen;
    private String failWhen;

    @DataBoundConstructor
    public SimulatorKind() {
        // everything about it is optional
    }

    /** How long a render takes, in seconds. */
    public int getRenderSeconds() {
        return renderSeconds;
    }

    @DataBoundSetter
    public void setRenderSeconds(int renderSeconds) {
        this.renderSeconds = Math.max(0, Math.min(MAX_RENDER_SECONDS, renderSeconds));
    }

    /** Renders whose prompt contains this are refused by the moderation; null for none. */
    public String getModerateWhen() {
        return moderateWhen;
    }

    @DataBoundSetter
    public void setModerateWhen(String moderateWhen) {
        this.moderateWhen = Util.fixEmptyAndTrim(moderateWhen);
    }

    /** Renders whose prompt contains this fail on the server; null for none. */
    public String getFailWhen() {
        return failWhen;
    }

    @DataBoundSetter
    public void setFailWhen(String failWhen) {
        this.failWhen = Util.fixEmptyAndTrim(failWhen);
    }

    @Override
    public VideosClient client(VideoService service, Run<?, ?> run, String credentialsId) {
        return ServiceConnections.get()
                .simulated(service.getName(), renderSeconds, PromptRule.of(moderateWhen, failWhen))
                .with(service.downloadLimits());
    }

    @Extension(ordinal = 1)
    @Symbol("simulator")
    public static class DescriptorImpl extends Descriptor<ServiceKind> {

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.SimulatorKind_displayName();
        }

        public int getDefaultRenderSeconds() {
            return DEFAULT_RENDER_SECONDS;
        }

        @POST
        public FormValidation doCheckRenderSeconds(@QueryParameter String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return FormValidation.validateIntegerInRange(value, 0, MAX_RENDER_SECONDS);
        }
    }
}
