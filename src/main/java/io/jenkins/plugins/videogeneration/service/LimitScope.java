package io.jenkins.plugins.videogeneration.service;

/**
 * Limits, and what they hold for. Each scope counts what happens inside it alone, and a render has to keep within all
 * scopes that it is in, so a folder can only narrow what its parents and the service allow.
 *
 * @param folder the full name of a folder; null for all of Jenkins
 */
public record LimitScope(String folder, ServiceLimits limits) {

    /** @param job the full name of a job */
    public boolean covers(String job) {
        return folder == null || job.startsWith(folder + "/");
    }
}
