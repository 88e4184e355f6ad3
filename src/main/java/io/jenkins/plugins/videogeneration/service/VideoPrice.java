package io.jenkins.plugins.videogeneration.service;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import java.math.BigDecimal;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What a second of video costs at a service, as the administrator has found it in the service's price list. */
public class VideoPrice implements Describable<VideoPrice> {

    private final String perSecond;
    private String model;
    private String size;

    /** @param perSecond in the currency of the service, for example 0.10 */
    @DataBoundConstructor
    public VideoPrice(String perSecond) {
        if (Amounts.decimal("perSecond", perSecond) == null) {
            throw new IllegalArgumentException(Messages.VideoPrice_missing());
        }
        this.perSecond = perSecond.trim();
    }

    public String getPerSecond() {
        return perSecond;
    }

    BigDecimal perSecond() {
        return Amounts.decimal("perSecond", perSecond);
    }

    /** The model that has this price; null for any. */
    public String getModel() {
        return model;
    }

    @DataBoundSetter
    public void setModel(String model) {
        this.model = Util.fixEmptyAndTrim(model);
    }

    /** The size that has this price, such as 1280x720; null for any. */
    public String getSize() {
        return size;
    }

    @DataBoundSetter
    public void setSize(String size) {
        this.size = Util.fixEmptyAndTrim(size);
    }

    boolean isFor(String wantedModel, String wantedSize) {
        return (model == null || model.equals(wantedModel)) && (size == null || size.equals(wantedSize));
    }

    /** The more it names, the more it counts; a model counts more than a size. */
    int precision() {
        return (model == null ? 0 : 2) + (size == null ? 0 : 1);
    }

    /** A line of the table of prices. */
    @Extension
    @Symbol("videoPrice")
    public static class DescriptorImpl extends Descriptor<VideoPrice> {

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.VideoPrice_displayName();
        }

        @POST
        public FormValidation doCheckPerSecond(@QueryParameter String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return Util.fixEmptyAndTrim(value) == null
                    ? FormValidation.error(Messages.VideoPrice_missing())
                    : Amounts.check(() -> Amounts.decimal("perSecond", value));
        }
    }
}
