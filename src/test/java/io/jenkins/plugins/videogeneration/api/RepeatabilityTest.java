package io.jenkins.plugins.videogeneration.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RepeatabilityTest {

    private static final ApiFailure FAILURE = ApiFailure.withoutAnswer("POST", "/v1/videos", Text.verbatim("failed"));

    static List<Arguments> failures() {
        return List.of(
                Arguments.of(new VideosException.BadRequest(FAILURE), false, false),
                Arguments.of(new VideosException.Authentication(FAILURE), false, false),
                Arguments.of(new VideosException.Permission(FAILURE), false, false),
                Arguments.of(new VideosException.NotFound(FAILURE), false, false),
                Arguments.of(new VideosException.Unsupported(FAILURE), false, false),
                Arguments.of(new VideosException.NotAVideosApi(FAILURE), false, false),
                Arguments.of(new VideosException.Server(FAILURE), true, false),
                Arguments.of(new VideosException.Connection(FAILURE, true, null), true, false),
                Arguments.of(new VideosException.Connection(FAILURE, false, null), true, true),
                Arguments.of(new VideosException.RateLimited(FAILURE), true, true),
                Arguments.of(new VideosException.Busy(FAILURE), true, true));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aPaidRequestIsRepeatedOnlyIfTheServiceDidNotTakeIt(VideosException failure, boolean safe, boolean paid) {
        assertThat(Repeatability.SAFE.allowsAfter(failure), is(safe));
        assertThat(Repeatability.PAID.allowsAfter(failure), is(paid));
    }
}
