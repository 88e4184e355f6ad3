package io.jenkins.plugins.videogeneration.service;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.ListBoxModel;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** How much the jobs of a folder, together, may render at a service, or at each one. */
public class FolderLimit implements Describable<FolderLimit> {

    private final ServiceLimits limits;
    private String service;

    @DataBoundConstructor
    public FolderLimit(ServiceLimits limits) {
        this.limits = limits == null ? new ServiceLimits() : limits;
    }

    public ServiceLimits getLimits() {
        return limits;
    }

    /** The name of a service; null for each one. */
    public String getService() {
        return service;
    }

    @DataBoundSetter
    public void setService(String service) {
        this.service = Util.fixEmptyAndTrim(service);
    }

    boolean isFor(String name) {
        return service == null || service.equals(name);
    }

    /** Its fields in the form of a folder. */
    @Extension
    @Symbol("folderLimit")
    public static class DescriptorImpl extends Descriptor<FolderLimit> {

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.FolderLimit_displayName();
        }

        @POST
        public ListBoxModel doFillServiceItems(@AncestorInPath Item item, @QueryParameter String service) {
            boolean may = item == null
                    ? Jenkins.get().hasPermission(Jenkins.ADMINISTER)
                    : item.hasPermission(Item.EXTENDED_READ);
            return ServiceItems.of(Messages.FolderLimit_everyService(), service, may);
        }
    }
}
