package io.jenkins.plugins.videogeneration.service;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import jenkins.model.GlobalConfiguration;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** The video services of this Jenkins, in Manage Jenkins &gt; System. */
@Extension
@Symbol("videoServices")
public class VideoServices extends GlobalConfiguration {

    private static final Logger LOGGER = Logger.getLogger(VideoServices.class.getName());

    private List<VideoService> services = new ArrayList<>();
    private String defaultService;

    public VideoServices() {
        load();
    }

    @Override
    public final synchronized void load() {
        super.load();
        // the class of a kind may be gone, with the plugin or the version that it came from
        services.removeIf(service -> {
            boolean unusable = service == null || service.getName() == null || service.getKind() == null;
            if (unusable) {
                LOGGER.warning(() -> "Left out a video service whose kind is not known: "
                        + (service == null ? null : service.getName()));
            }
            return unusable;
        });
    }

    @NonNull
    public static VideoServices get() {
        return ExtensionList.lookupSingleton(VideoServices.class);
    }

    @NonNull
    @Override
    public String getDisplayName() {
        return Messages.VideoServices_displayName();
    }

    public List<VideoService> getServices() {
        return List.copyOf(services);
    }

    /** @throws IllegalArgumentException if two have the same name */
    @DataBoundSetter
    public void setServices(List<VideoService> services) {
        List<VideoService> all = services == null ? List.of() : services;
        ServiceNames.check(all.stream().map(VideoService::getName).toList());
        this.services = new ArrayList<>(all);
        save();
    }

    /** The name of the service that renders when a step names none; null if there is no such choice. */
    public String getDefaultService() {
        return defaultService;
    }

    @DataBoundSetter
    public void setDefaultService(String defaultService) {
        this.defaultService = Util.fixEmptyAndTrim(defaultService);
        save();
    }

    /**
     * The service of that name, or the default one, or the only one.
     *
     * @param name null or blank for the default
     * @throws UnknownServiceException with the names that are known
     */
    @NonNull
    public VideoService serviceNamed(String name) {
        String wanted = Util.fixEmptyAndTrim(name);
        if (wanted != null) {
            return findService(wanted).orElseThrow(() -> UnknownServiceException.ofStep(wanted, names()));
        }
        if (defaultService != null) {
            return findService(defaultService)
                    .orElseThrow(() -> UnknownServiceException.ofDefault(defaultService, names()));
        }
        if (services.size() == 1) {
            return services.get(0);
        }
        throw UnknownServiceException.ofStep(null, names());
    }

    private Optional<VideoService> findService(String name) {
        return services.stream()
                .filter(service -> service.getName().equals(name))
                .findFirst();
    }

    private List<String> names() {
        return services.stream().map(VideoService::getName).toList();
    }

    @Override
    public boolean configure(StaplerRequest2 req, JSONObject json) throws FormException {
        try {
            ServiceNames.check(ServiceNames.submitted(json.get("services")));
        } catch (IllegalArgumentException e) {
            throw new FormException(e.getMessage(), "name");
        }
        try {
            services = new ArrayList<>(req.bindJSONToList(VideoService.class, json.get("services")));
        } catch (IllegalArgumentException e) {
            // a limit or a price that is no number; the words are those of whatever refused it
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            throw new FormException(cause.getMessage(), e, "services");
        }
        defaultService = Util.fixEmptyAndTrim(json.optString("defaultService"));
        save();
        return true;
    }

    @POST
    public ListBoxModel doFillDefaultServiceItems(@QueryParameter String defaultService) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return ServiceItems.of(Messages.VideoServices_noDefault(), defaultService, true);
    }

    @POST
    public FormValidation doCheckDefaultService(@QueryParameter String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        String name = Util.fixEmptyAndTrim(value);
        return name == null || findService(name).isPresent()
                ? FormValidation.ok()
                : FormValidation.warning(Messages.VideoServices_noSuchService(name));
    }
}
