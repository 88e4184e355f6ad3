package io.jenkins.plugins.videogeneration.service;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import java.math.BigDecimal;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** How much may be rendered. What is blank is not limited. */
public class ServiceLimits implements Describable<ServiceLimits> {

    private String concurrentRenders;
    private String secondsPerRender;
    private String rendersPerDay;
    private String costPerDay;

    @DataBoundConstructor
    public ServiceLimits() {
        // every limit is optional
    }

    /** How many renders may be under way at the same time; a whole number from 1, or null. */
    public String getConcurrentRenders() {
        return concurrentRenders;
    }

    @DataBoundSetter
    public void setConcurrentRenders(String concurrentRenders) {
        Amounts.whole("concurrentRenders", concurrentRenders, 1);
        this.concurrentRenders = Util.fixEmptyAndTrim(concurrentRenders);
    }

    public Integer concurrentRenders() {
        return Amounts.whole("concurrentRenders", concurrentRenders, 1);
    }

    /** How long one video may be, in seconds; a number from 0, or null. */
    public String getSecondsPerRender() {
        return secondsPerRender;
    }

    @DataBoundSetter
    public void setSecondsPerRender(String secondsPerRender) {
        Amounts.decimal("secondsPerRender", secondsPerRender);
        this.secondsPerRender = Util.fixEmptyAndTrim(secondsPerRender);
    }

    public BigDecimal secondsPerRender() {
        return Amounts.decimal("secondsPerRender", secondsPerRender);
    }

    /** How many renders may be asked for in a day; a whole number from 0, or null. */
    public String getRendersPerDay() {
        return rendersPerDay;
    }

    @DataBoundSetter
    public void setRendersPerDay(String rendersPerDay) {
        Amounts.whole("rendersPerDay", rendersPerDay, 0);
        this.rendersPerDay = Util.fixEmptyAndTrim(rendersPerDay);
    }

    public Integer rendersPerDay() {
        return Amounts.whole("rendersPerDay", rendersPerDay, 0);
    }

    /** What the renders of a day may cost, estimated, in the currency of the service; a number from 0, or null. */
    public String getCostPerDay() {
        return costPerDay;
    }

    @DataBoundSetter
    public void setCostPerDay(String costPerDay) {
        Amounts.decimal("costPerDay", costPerDay);
        this.costPerDay = Util.fixEmptyAndTrim(costPerDay);
    }

    public BigDecimal costPerDay() {
        return Amounts.decimal("costPerDay", costPerDay);
    }

    /** Whether nothing is limited. */
    public boolean areNone() {
        return concurrentRenders == null && secondsPerRender == null && rendersPerDay == null && costPerDay == null;
    }

    /** The fields, in the form of a service and of a folder. */
    @Extension
    @Symbol("serviceLimits")
    public static class DescriptorImpl extends Descriptor<ServiceLimits> {

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.ServiceLimits_displayName();
        }

        @POST
        public FormValidation doCheckConcurrentRenders(@AncestorInPath Item item, @QueryParameter String value) {
            return check(item, () -> Amounts.whole("concurrentRenders", value, 1));
        }

        @POST
        public FormValidation doCheckSecondsPerRender(@AncestorInPath Item item, @QueryParameter String value) {
            return check(item, () -> Amounts.decimal("secondsPerRender", value));
        }

        @POST
        public FormValidation doCheckRendersPerDay(@AncestorInPath Item item, @QueryParameter String value) {
            return check(item, () -> Amounts.whole("rendersPerDay", value, 0));
        }

        @POST
        public FormValidation doCheckCostPerDay(@AncestorInPath Item item, @QueryParameter String value) {
            return check(item, () -> Amounts.decimal("costPerDay", value));
        }

        private static FormValidation check(Item item, Runnable reading) {
            boolean may = item == null
                    ? Jenkins.get().hasPermission(Jenkins.ADMINISTER)
                    : item.hasPermission(Item.EXTENDED_READ);
            return may ? Amounts.check(reading) : FormValidation.ok();
        }
    }
}
