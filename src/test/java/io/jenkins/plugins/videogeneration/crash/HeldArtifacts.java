package io.jenkins.plugins.videogeneration.crash;

import hudson.BulkChange;
import hudson.model.Run;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import jenkins.model.ArtifactManager;
import jenkins.model.ArtifactManagerConfiguration;
import jenkins.model.ArtifactManagerFactory;
import org.jvnet.hudson.test.JenkinsRule;

/** Never says where the artifacts of a build go, so that its video stays between the fetch and the archive. */
public final class HeldArtifacts extends ArtifactManagerFactory {

    private static final String MARK = "archive-is-held";

    /** For as long as this controller lives: it is not saved. */
    static void install(JenkinsRule jenkins) {
        ArtifactManagerConfiguration configuration = ArtifactManagerConfiguration.get();
        BulkChange unsaved = new BulkChange(configuration);
        configuration.getArtifactManagerFactories().add(new HeldArtifacts());
        unsaved.abort();
    }

    /** Whether a build waits here. */
    static boolean holds(Path build) {
        return Files.exists(build.resolve(MARK));
    }

    @Override
    public ArtifactManager managerFor(Run<?, ?> build) {
        try {
            File mark = new File(build.getRootDir(), MARK);
            Files.createFile(mark.toPath());
            new CountDownLatch(1).await();
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
