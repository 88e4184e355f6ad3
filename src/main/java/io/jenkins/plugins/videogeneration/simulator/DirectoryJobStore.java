package io.jenkins.plugins.videogeneration.simulator;

import java.nio.file.Path;

/** Remembers across processes, in a directory of its own. */
public final class DirectoryJobStore implements JobStore {

    private final Records<Job> jobs;
    private final Records<VideoCharacter> characters;

    /**
     * Reads what the directory holds; what cannot be read is left alone and logged.
     *
     * @param directory created when it is missing; used by one store at a time
     * @throws java.io.UncheckedIOException when the directory cannot be created or listed
     */
    public DirectoryJobStore(Path directory) {
        this.jobs = new DirectoryRecords<>(directory.resolve("jobs"), new JobForm());
        this.characters = new DirectoryRecords<>(directory.resolve("characters"), new CharacterForm());
    }

    @Override
    public Records<Job> jobs() {
        return jobs;
    }

    @Override
    public Records<VideoCharacter> characters() {
        return characters;
    }
}
