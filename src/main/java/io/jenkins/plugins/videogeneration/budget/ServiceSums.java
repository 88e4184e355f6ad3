package io.jenkins.plugins.videogeneration.budget;

import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * What one service was asked for, as pages and the remote API tell it.
 *
 * @param service its name
 * @param today since midnight of the controller's time zone
 * @param all since the plugin keeps account
 */
@ExportedBean(defaultVisibility = 3)
@Restricted(NoExternalUse.class)
public record ServiceSums(
        @Exported String service,
        @Exported Sum today,
        @Exported Sum all) {

    static ServiceSums of(String service, Sums sums) {
        return new ServiceSums(service, sums.today(), sums.all());
    }

    // for Jelly, which knows getters alone
    public String getService() {
        return service;
    }

    public String getTodayText() {
        return today.words();
    }

    public String getAllText() {
        return all.words();
    }
}
