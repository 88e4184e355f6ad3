package io.jenkins.plugins.videogeneration.simulator;

/** What a simulator has to remember. A store serves one simulator at a time. */
public interface JobStore {

    /** The renders. */
    Records<Job> jobs();

    /** The characters taken from uploaded videos. */
    Records<VideoCharacter> characters();
}
