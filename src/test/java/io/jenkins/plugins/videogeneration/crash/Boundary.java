package io.jenkins.plugins.videogeneration.crash;

import io.jenkins.plugins.videogeneration.fixture.Gate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/** Where in the life of a render its controller is killed. */
enum Boundary {
    /** The step has begun, and nothing is written down yet. */
    BEFORE_THE_INTENT {
        @Override
        void arrange(Kill kill) {
            kill.whenAllowed();
        }
    },
    /** The request is on its way, but does not come to the service. */
    AFTER_THE_INTENT {
        @Override
        void arrange(Kill kill) {
            kill.at(Gate.Moment.ARRIVAL, Gate::isSubmit);
        }
    },
    /** The service has taken the request, but its answer does not come back. */
    BEFORE_THE_ANSWER {
        @Override
        void arrange(Kill kill) {
            kill.at(Gate.Moment.ANSWER, Gate::isSubmit);
        }
    },
    /** The id is written down. */
    AFTER_THE_ID {
        @Override
        void arrange(Kill kill) {
            kill.whenAllOnDisk(Boundary::isSubmitted);
        }
    },
    WHILE_WAITING {
        @Override
        void arrange(Kill kill) {
            kill.holding(Gate::isQuestion, Boundary::isSubmitted);
        }
    },
    /** A part of the video lies on the disk. */
    DURING_THE_FETCH {
        @Override
        void arrange(Kill kill) {
            kill.slowContent();
            kill.whenAllOnDisk(build -> exists(build, ".*film\\.mp4\\.part"));
        }
    },
    /** The whole video has its name, and is not among the artifacts yet. */
    BEFORE_THE_ARCHIVE {
        @Override
        void arrange(Kill kill) {
            kill.whenAllOnDisk(HeldArtifacts::holds);
        }

        @Override
        void prepare(RealJenkinsExtension controller) throws Throwable {
            controller.runRemotely(HeldArtifacts::install);
        }
    },
    AFTER_THE_ARCHIVE {
        @Override
        void arrange(Kill kill) {
            kill.whenOneOnDisk(build -> exists(build, ".*archive/film\\.mp4"));
        }
    };

    abstract void arrange(Kill kill);

    /** What the controller has to be told first; it is forgotten when the controller is killed. */
    void prepare(RealJenkinsExtension controller) throws Throwable {
        // most moments can be seen from outside
    }

    private static boolean isSubmitted(Path build) {
        try (Stream<Path> files = Files.walk(build.resolve("video-generation"))) {
            Path journal = files.filter(file -> file.endsWith("render.json"))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(journal).contains("\"videoId\"");
        } catch (IOException | RuntimeException e) {
            // it is being written
            return false;
        }
    }

    private static boolean exists(Path build, String pattern) {
        try (Stream<Path> files = Files.walk(build)) {
            return files.anyMatch(file -> file.toString().matches(pattern));
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }
}
