package io.jenkins.plugins.videogeneration.simulator;

import java.util.List;
import java.util.Optional;

/** The calls of the Videos API, each with its method and its path below the base path; {@code {id}} stands for one segment. */
public enum Operation {
    /** A render from a prompt. */
    CREATE("POST", "videos"),
    /** Jobs in pages. */
    LIST("GET", "videos"),
    /** A video with more seconds at its end. */
    EXTEND("POST", "videos/extensions"),
    /** A video changed by a prompt. */
    EDIT("POST", "videos/edits"),
    /** A character from an uploaded video. */
    CREATE_CHARACTER("POST", "videos/characters"),
    /** A character again. */
    FETCH_CHARACTER("GET", "videos/characters/{id}"),
    /** A video again with another prompt. */
    REMIX("POST", "videos/{id}/remix"),
    /** A file of a completed job. */
    DOWNLOAD_CONTENT("GET", "videos/{id}/content"),
    /** A job as it is now. */
    RETRIEVE("GET", "videos/{id}"),
    /** Forgets a job. */
    DELETE("DELETE", "videos/{id}");

    private static final String ID = "{id}";

    private final String method;
    private final List<String> path;

    Operation(String method, String path) {
        this.method = method;
        this.path = List.of(path.split("/"));
    }

    String method() {
        return method;
    }

    /** Whether decoded path segments, the base path left out, are those of this operation. Fixed words go before ids: see the order. */
    boolean matches(List<String> segments) {
        if (segments.size() != path.size()) {
            return false;
        }
        for (int i = 0; i < path.size(); i++) {
            if (path.get(i).equals(ID)
                    ? segments.get(i).isEmpty()
                    : !path.get(i).equals(segments.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The id among segments that {@linkplain #matches match}. */
    Optional<String> id(List<String> segments) {
        int at = path.indexOf(ID);
        return at < 0 ? Optional.empty() : Optional.of(segments.get(at));
    }
}
