package io.jenkins.plugins.videogeneration.builder;

import io.jenkins.plugins.videogeneration.run.Failures;
import java.io.IOException;

/** What a build step throws when it fails. */
final class BuilderFailures {

    private BuilderFailures() {}

    static IOException of(Exception e) {
        Throwable shown = Failures.forConsole(e);
        return shown instanceof IOException expected ? expected : new IOException(shown);
    }
}
