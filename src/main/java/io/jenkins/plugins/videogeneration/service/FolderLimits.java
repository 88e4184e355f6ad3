package io.jenkins.plugins.videogeneration.service;

import com.cloudbees.hudson.plugins.folder.AbstractFolder;
import com.cloudbees.hudson.plugins.folder.AbstractFolderProperty;
import com.cloudbees.hudson.plugins.folder.AbstractFolderPropertyDescriptor;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Item;
import hudson.model.ItemGroup;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** How much the jobs of a folder may render. */
public class FolderLimits extends AbstractFolderProperty<AbstractFolder<?>> {

    private final List<FolderLimit> limits;

    @DataBoundConstructor
    public FolderLimits(List<FolderLimit> limits) {
        this.limits = limits == null ? new ArrayList<>() : new ArrayList<>(limits);
    }

    public List<FolderLimit> getLimits() {
        return List.copyOf(limits);
    }

    /** The section of a folder's configuration. */
    @Extension(optional = true)
    @Symbol("videoGenerationLimits")
    public static class DescriptorImpl extends AbstractFolderPropertyDescriptor {

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.FolderLimits_displayName();
        }
    }

    /** Finds the limits of all folders that a job lies in. */
    @Extension(optional = true)
    public static class OfFolders extends EnclosingLimits {

        @Override
        List<LimitScope> of(Item job, String service) {
            List<LimitScope> scopes = new ArrayList<>();
            ItemGroup<?> group = job.getParent();
            while (group instanceof Item item) {
                if (item instanceof AbstractFolder<?> folder) {
                    FolderLimits property = folder.getProperties().get(FolderLimits.class);
                    if (property != null) {
                        property.limits.stream()
                                .filter(limit -> limit.isFor(service))
                                .forEach(limit -> scopes.add(new LimitScope(folder.getFullName(), limit.getLimits())));
                    }
                }
                group = item.getParent();
            }
            return scopes;
        }
    }
}
