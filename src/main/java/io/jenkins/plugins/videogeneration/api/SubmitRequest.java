package io.jenkins.plugins.videogeneration.api;

import java.util.List;
import java.util.Map;

/**
 * A request that makes the service render, and charge for it. It is sent at most once unless it provably did not reach
 * the service or the service refused it.
 */
public sealed interface SubmitRequest
        permits CreateVideoRequest, EditVideoRequest, ExtendVideoRequest, RemixVideoRequest {

    /** What is asked for. */
    VideoOperation operation();

    /** What to show. */
    String prompt();

    /** The path below {@code /videos}. */
    List<String> pathSegments();

    /**
     * The fields of the body, in a stable order, without absent ones: text, numbers, booleans, maps, lists, and
     * {@link Upload}s.
     */
    Map<String, Object> fields();
}
