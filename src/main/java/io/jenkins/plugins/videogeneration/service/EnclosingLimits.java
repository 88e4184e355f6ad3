package io.jenkins.plugins.videogeneration.service;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Item;
import hudson.security.ACL;
import hudson.security.ACLContext;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;

/** Knows limits of what a job lies in, apart from those of the service. Folders are a plugin that may not be there. */
public abstract class EnclosingLimits implements ExtensionPoint {

    /** @param service the name of a service */
    abstract List<LimitScope> of(Item job, String service);

    /**
     * All limits that a job has to keep within at a service; none of a job or a service that is not there.
     *
     * @param job the full name of a job
     */
    public static List<LimitScope> all(String job, String serviceName) {
        List<LimitScope> all = new ArrayList<>();
        VideoServices.get().getServices().stream()
                .filter(service -> service.getName().equals(serviceName) && service.getLimits() != null)
                .forEach(service -> all.add(new LimitScope(null, service.getLimits())));
        try (ACLContext system = ACL.as2(ACL.SYSTEM2)) {
            Item item = Jenkins.get().getItemByFullName(job);
            if (item != null) {
                ExtensionList.lookup(EnclosingLimits.class)
                        .forEach(enclosing -> all.addAll(enclosing.of(item, serviceName)));
            }
        }
        return all;
    }
}
