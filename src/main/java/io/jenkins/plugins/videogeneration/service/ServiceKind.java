package io.jenkins.plugins.videogeneration.service;

import hudson.ExtensionPoint;
import hudson.model.Describable;
import hudson.model.Run;
import io.jenkins.plugins.videogeneration.api.RequestRules;
import io.jenkins.plugins.videogeneration.api.VideoOperation;
import io.jenkins.plugins.videogeneration.api.VideosClient;
import java.util.Optional;

/** Where a service is and how to talk to it. */
public abstract class ServiceKind implements Describable<ServiceKind>, ExtensionPoint {

    /**
     * Notes that a build uses the credential: once for a build and credential, since each note is a file that is forced
     * to the disk.
     *
     * @param run the build that renders
     * @param credentialsId a credential of the build's choice, or null for the service's own
     * @throws MissingCredentialException if there is no such credential for the build and this service
     */
    public void track(VideoService service, Run<?, ?> run, String credentialsId) {
        // a kind without credentials has nothing to note
    }

    /**
     * A client for one build, or for Jenkins itself, with its credential looked up now. It is asked for before each use,
     * so this is quick: see {@link #track} for what is not.
     *
     * @param run the build that renders; null if the build is gone
     * @param credentialsId a credential of the build's choice, or null for the service's own
     * @throws MissingCredentialException if there is no such credential for the build and this service
     */
    public abstract VideosClient client(VideoService service, Run<?, ?> run, String credentialsId);

    /**
     * What an agent needs to fetch a video by itself; empty if the service can't be had from an agent.
     *
     * @param run the build that renders
     * @param credentialsId a credential of the build's choice, or null for the service's own
     * @throws MissingCredentialException if there is no such credential for the build and this service
     */
    public Optional<AgentAccess> agentAccess(VideoService service, Run<?, ?> run, String credentialsId) {
        return Optional.empty();
    }

    /** What one extension of a video adds at most, in seconds. */
    public int longestExtension() {
        return RequestRules.EXTENSION_SECONDS;
    }

    /** Whether the service is known to lack an operation, so that it need not be asked. */
    public boolean lacks(VideoOperation operation) {
        return false;
    }
}
