package io.jenkins.plugins.videogeneration.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a command takes from outside, so that tests can give it something else.
 *
 * @param environment the environment variables
 * @param folder what relative paths start from
 * @param out for what was asked for
 * @param err for progress and errors
 * @param terminal what a person looks at, or nothing if the output goes elsewhere
 */
record Surroundings(
        Map<String, String> environment, Path folder, PrintWriter out, PrintWriter err, Optional<Terminal> terminal) {

    static Surroundings ofProcess() {
        return new Surroundings(
                System.getenv(),
                Path.of("").toAbsolutePath(),
                new PrintWriter(System.out, true),
                new PrintWriter(System.err, true),
                Terminal.ofProcess(System.getenv()));
    }

    /** An environment variable that is set to something. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    Path resolve(Path path) {
        return folder.resolve(path).normalize();
    }
}
