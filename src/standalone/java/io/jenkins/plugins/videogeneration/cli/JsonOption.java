package io.jenkins.plugins.videogeneration.cli;

import picocli.CommandLine.Option;

/** Whether the answer is for a program. */
final class JsonOption {

    @Option(names = "--json", description = "Print JSON on standard output.")
    private boolean json;

    boolean isSet() {
        return json;
    }
}
