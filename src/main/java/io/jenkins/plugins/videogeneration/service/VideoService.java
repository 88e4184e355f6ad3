package io.jenkins.plugins.videogeneration.service;

import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.videogeneration.api.CreateVideoRequest;
import io.jenkins.plugins.videogeneration.api.DownloadLimits;
import io.jenkins.plugins.videogeneration.api.InvalidRequestException;
import io.jenkins.plugins.videogeneration.api.RequestRules;
import io.jenkins.plugins.videogeneration.api.VideoOperation;
import io.jenkins.plugins.videogeneration.render.Cost;
import io.jenkins.plugins.videogeneration.render.RenderRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A named video service: where it is, what it renders when a step leaves that open, and how much of it. */
public class VideoService implements Describable<VideoService> {

    /** Longer than any service renders today; what is larger is a mistake, or an attempt to fill the disk. */
    static final int DEFAULT_LARGEST_MIB = 2048;

    private static final long MIB = 1024L * 1024;

    private final String name;
    private final ServiceKind kind;
    private String model;
    private String size;
    private String seconds;
    private String webhookCredentialsId;
    private ServiceLimits limits;
    private String currency;
    private List<VideoPrice> prices;
    /** Null for the default. */
    private Integer largestVideoMiB;

    private boolean downloadOnAgent;

    /**
     * @param name what steps call it
     * @param kind where it is and how to talk to it
     */
    @DataBoundConstructor
    public VideoService(String name, ServiceKind kind) {
        if (Util.fixEmptyAndTrim(name) == null) {
            throw new IllegalArgumentException(Messages.VideoService_nameMissing());
        }
        if (kind == null) {
            throw new IllegalArgumentException(Messages.VideoService_kindMissing(name));
        }
        this.name = name.trim();
        this.kind = kind;
    }

    @NonNull
    public String getName() {
        return name;
    }

    @NonNull
    public ServiceKind getKind() {
        return kind;
    }

    public String getModel() {
        return model;
    }

    @DataBoundSetter
    public void setModel(String model) {
        this.model = Util.fixEmptyAndTrim(model);
    }

    public String getSize() {
        return size;
    }

    @DataBoundSetter
    public void setSize(String size) {
        this.size = Util.fixEmptyAndTrim(size);
    }

    public String getSeconds() {
        return seconds;
    }

    @DataBoundSetter
    public void setSeconds(String seconds) {
        this.seconds = Util.fixEmptyAndTrim(seconds);
    }

    /** The credential (secret text) that the service signs its webhooks with, or null if it sends none. */
    public String getWebhookCredentialsId() {
        return webhookCredentialsId;
    }

    @DataBoundSetter
    public void setWebhookCredentialsId(String webhookCredentialsId) {
        this.webhookCredentialsId = Util.fixEmptyAndTrim(webhookCredentialsId);
    }

    /** What tells the service's webhooks from those of anybody else; empty if it has no secret, or none that can be used. */
    public Optional<WebhookSignature> webhookSignature() {
        return webhookCredentialsId == null
                ? Optional.empty()
                : new Keys(name, null).find(webhookCredentialsId).flatMap(VideoService::signature);
    }

    private static Optional<WebhookSignature> signature(StringCredentials secret) {
        try {
            return Optional.of(new WebhookSignature(secret.getSecret().getPlainText()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** How much may be rendered; null if that is not limited. */
    public ServiceLimits getLimits() {
        return limits;
    }

    @DataBoundSetter
    public void setLimits(ServiceLimits limits) {
        this.limits = limits == null || limits.areNone() ? null : limits;
    }

    /** The currency of the prices and of the limit of cost, such as USD; null if it is not said. */
    public String getCurrency() {
        return currency;
    }

    @DataBoundSetter
    public void setCurrency(String currency) {
        this.currency = Util.fixEmptyAndTrim(currency);
    }

    public List<VideoPrice> getPrices() {
        return prices == null ? List.of() : List.copyOf(prices);
    }

    @DataBoundSetter
    public void setPrices(List<VideoPrice> prices) {
        this.prices = prices == null ? null : new ArrayList<>(prices);
    }

    /** What a request is estimated to cost; nothing if no price is known for it. */
    public Optional<Cost> estimate(RenderRequest request) {
        return new PriceTable(currency, getPrices()).estimate(request);
    }

    /** The largest video that is fetched, in MiB (2^20 bytes). */
    public Integer getLargestVideoMiB() {
        if (largestVideoMiB == null) {
            return DEFAULT_LARGEST_MIB;
        }
        return largestVideoMiB;
    }

    /** @throws IllegalArgumentException if it is less than 1 */
    @DataBoundSetter
    public void setLargestVideoMiB(Integer largestVideoMiB) {
        if (largestVideoMiB != null && largestVideoMiB < 1) {
            throw new IllegalArgumentException(Messages.VideoService_largestVideoWrong(name, largestVideoMiB));
        }
        this.largestVideoMiB = largestVideoMiB;
    }

    /** Whether an agent fetches the videos of the builds that run on it, for which it gets the key. */
    public boolean isDownloadOnAgent() {
        return downloadOnAgent;
    }

    @DataBoundSetter
    public void setDownloadOnAgent(boolean downloadOnAgent) {
        this.downloadOnAgent = downloadOnAgent;
    }

    /** What an agent needs to fetch a video by itself, see {@link ServiceKind#agentAccess}; empty if it must not. */
    public Optional<AgentAccess> agentAccess(Run<?, ?> run, String credentialsId) {
        return downloadOnAgent ? kind.agentAccess(this, run, credentialsId) : Optional.empty();
    }

    /** What a download of one of its videos may take of the machine that fetches it. */
    DownloadLimits downloadLimits() {
        return DownloadLimits.NONE.withMaxBytes(getLargestVideoMiB() * MIB);
    }

    /** A request with this service's defaults where the step left something open. */
    public CreateVideoRequest withDefaults(
            String prompt,
            String model,
            String size,
            String seconds,
            List<String> characters,
            Map<String, Object> extra) {
        return new CreateVideoRequest(
                prompt,
                orElse(model, this.model),
                orElse(size, this.size),
                orElse(seconds, this.seconds),
                null,
                characters,
                extra);
    }

    /** @throws InvalidRequestException if an extension of so many seconds is longer than the service allows */
    public void checkExtension(String extensionSeconds) {
        RequestRules.extensionSeconds(extensionSeconds, kind.longestExtension());
    }

    /** @throws UnsupportedByServiceException if the service is known to lack the operation */
    public void requireSupport(VideoOperation operation) {
        if (kind.lacks(operation)) {
            throw new UnsupportedByServiceException(name, operation);
        }
    }

    private static String orElse(String value, String fallback) {
        return Util.fixEmptyAndTrim(value) == null ? fallback : value;
    }

    @Extension
    @Symbol("videoService")
    public static class DescriptorImpl extends Descriptor<VideoService> {

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.VideoService_displayName();
        }

        /** In the order in which the form offers them. */
        public List<Descriptor<ServiceKind>> getKindDescriptors() {
            return Jenkins.get().getDescriptorList(ServiceKind.class);
        }

        @POST
        public FormValidation doCheckName(@QueryParameter String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return Util.fixEmptyAndTrim(value) == null
                    ? FormValidation.error(Messages.VideoService_nameMissing())
                    : FormValidation.ok();
        }

        public int getDefaultLargestVideoMiB() {
            return DEFAULT_LARGEST_MIB;
        }

        @POST
        public FormValidation doCheckLargestVideoMiB(@QueryParameter String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return Util.fixEmptyAndTrim(value) == null
                    ? FormValidation.ok()
                    : FormValidation.validateIntegerInRange(value, 1, Integer.MAX_VALUE);
        }

        @POST
        public ListBoxModel doFillWebhookCredentialsIdItems(@QueryParameter String webhookCredentialsId) {
            if (!Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
                return new StandardListBoxModel().includeCurrentValue(webhookCredentialsId);
            }
            return new StandardListBoxModel()
                    .includeEmptyValue()
                    .includeAs(ACL.SYSTEM2, Jenkins.get(), StringCredentials.class)
                    .includeCurrentValue(webhookCredentialsId);
        }

        @POST
        public FormValidation doCheckWebhookCredentialsId(@QueryParameter String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            String id = Util.fixEmptyAndTrim(value);
            if (id == null) {
                return FormValidation.ok();
            }
            return new Keys("", null).find(id).flatMap(VideoService::signature).isPresent()
                    ? FormValidation.ok()
                    : FormValidation.error(Messages.VideoService_webhookSecretWrong(id));
        }

        @POST
        public ComboBoxModel doFillModelItems() {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return Suggestions.ofReference().models();
        }

        @POST
        public ComboBoxModel doFillSizeItems() {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return Suggestions.ofReference().sizes();
        }

        @POST
        public ComboBoxModel doFillSecondsItems() {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return Suggestions.ofReference().seconds();
        }

        @POST
        public FormValidation doCheckSize(@QueryParameter String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return RequestChecks.size(value);
        }

        @POST
        public FormValidation doCheckSeconds(@QueryParameter String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return RequestChecks.seconds(value);
        }
    }
}
