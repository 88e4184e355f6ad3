package io.jenkins.plugins.videogeneration.simulator;

/** Remembers until the process ends. */
public final class InMemoryJobStore implements JobStore {

    private final Records<Job> jobs = new InMemoryRecords<>();
    private final Records<VideoCharacter> characters = new InMemoryRecords<>();

    @Override
    public Records<Job> jobs() {
        return jobs;
    }

    @Override
    public Records<VideoCharacter> characters() {
        return characters;
    }
}
