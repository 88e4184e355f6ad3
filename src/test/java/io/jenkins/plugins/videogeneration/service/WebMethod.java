package io.jenkins.plugins.videogeneration.service;

import hudson.model.Descriptor;
import java.util.Map;
import jenkins.model.Jenkins;

/**
 * A method that the web can call, and who gets a true answer from it.
 *
 * @param owner the descriptor that declares it
 * @param name its name in Java
 * @param parameters such that the answer tells something
 * @param tells what only a true answer says
 */
record WebMethod(Class<?> owner, String name, Guard guard, Map<String, String> parameters, String tells) {

    /** Who may ask, and what everybody else gets. */
    enum Guard {
        /** Administrators; everybody else is refused. */
        REFUSES_OTHERS,
        /** Administrators; everybody else gets back what they sent, so that a form keeps it. */
        ECHOES_TO_OTHERS,
        /** Whoever may see the configuration of the job; everybody else gets an answer that tells nothing. */
        JOB_FORM
    }

    static WebMethod of(Class<?> owner, String name, Guard guard, Map<String, String> parameters, String tells) {
        return new WebMethod(owner, name, guard, parameters, tells);
    }

    /** Relative to Jenkins or to a job. */
    String path() {
        String action = Character.toLowerCase(name.charAt(2)) + name.substring(3);
        return "descriptorByName/" + descriptor().getId() + "/" + action;
    }

    private Descriptor<?> descriptor() {
        return Jenkins.get().getExtensionList(Descriptor.class).stream()
                .filter(owner::isInstance)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No descriptor is a " + owner));
    }

    String id() {
        return owner.getName() + "." + name;
    }

    @Override
    public String toString() {
        return owner.getName().replaceAll(".*\\.", "") + "." + name;
    }
}
