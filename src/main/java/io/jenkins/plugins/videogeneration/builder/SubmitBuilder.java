package io.jenkins.plugins.videogeneration.builder;

import io.jenkins.plugins.videogeneration.run.ExtraText;
import io.jenkins.plugins.videogeneration.run.SubmitOptions;
import java.util.Map;
import org.kohsuke.stapler.DataBoundSetter;

/** A build step that asks for a render, which is paid for. */
public abstract class SubmitBuilder extends RenderBuilder {

    @Override
    abstract SubmitOptions options();

    public String getPrompt() {
        return options().getPrompt();
    }

    public Map<String, Object> getExtra() {
        return options().getExtra();
    }

    /** For the form: the same as a JSON object. */
    public String getExtraText() {
        return ExtraText.write(getExtra());
    }

    @DataBoundSetter
    public void setExtra(Map<String, Object> extra) {
        options().setExtra(extra);
    }

    public String getOnAbort() {
        return options().getOnAbort();
    }

    @DataBoundSetter
    public void setOnAbort(String onAbort) {
        options().setOnAbort(onAbort);
    }

    public String getAdopt() {
        return options().getAdopt();
    }

    @DataBoundSetter
    public void setAdopt(String adopt) {
        options().setAdopt(adopt);
    }
}
