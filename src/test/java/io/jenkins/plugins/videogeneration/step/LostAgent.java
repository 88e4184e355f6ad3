package io.jenkins.plugins.videogeneration.step;

import hudson.FilePath;
import hudson.Launcher;
import hudson.model.BuildListener;
import hudson.model.Run;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import jenkins.model.ArtifactManager;
import jenkins.model.ArtifactManagerFactory;
import jenkins.model.StandardArtifactManager;

/** The standard store of artifacts, where something happens as soon as an artifact is stored. Never saved. */
final class LostAgent extends ArtifactManagerFactory {

    private final transient Callable<?> then;

    LostAgent(Callable<?> then) {
        this.then = then;
    }

    @Override
    public ArtifactManager managerFor(Run<?, ?> build) {
        return new Manager(build, then);
    }

    private static final class Manager extends StandardArtifactManager {

        private final transient Callable<?> then;

        Manager(Run<?, ?> build, Callable<?> then) {
            super(build);
            this.then = then;
        }

        @Override
        public void archive(FilePath from, Launcher launcher, BuildListener listener, Map<String, String> artifacts)
                throws IOException, InterruptedException {
            super.archive(from, launcher, listener, artifacts);
            try {
                then.call();
            } catch (Exception e) {
                throw new IOException(e);
            }
        }
    }
}
