package io.jenkins.plugins.videogeneration.step;

import io.jenkins.plugins.videogeneration.api.FaultTable;
import io.jenkins.plugins.videogeneration.step.FaultedStep.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the console says of a step that meets a fault, as patterns.
 *
 * @param video the id of a finished video
 * @param service the name of the service
 */
record ToldFault(FaultedStep step, FaultTable.Row row, String video, String service) {

    /** After these the service may have done what it was asked for once. */
    private static final Set<String> DOUBTFUL = Set.of("Connection", "Server", "NotAVideosApi");

    private static final String MISSING = "NotFound|Unsupported";

    private static final Map<String, String> ADVICE = Map.of(
            "Connection",
            "Check the base URL, the network and the proxy settings.",
            "Server",
            "Try again later; if it stays, give the request id to the service's support.",
            "NotAVideosApi",
            "Check the base URL: it has to be the one that /videos follows, and usually ends in /v1.",
            "Busy",
            "Try again when the service has finished what it is doing.",
            "RateLimited",
            "Try again later, or ask the service for a higher limit.",
            "Authentication",
            "Check the API key and the way of authentication of the service.",
            MISSING,
            "Check the id and the base URL; services forget videos, often after an hour.");

    /** Services answer so to these if they do not have them at all. */
    private static final Map<FaultedStep, String> OPTIONAL =
            Map.of(FaultedStep.LIST, "list videos", FaultedStep.CREATE_CHARACTER, "create a character");

    /** Of the error that the step ends with, if it does. */
    List<String> errors() {
        return isEnd() ? List.of("ERROR: " + error()) : List.of();
    }

    /** Of the line that tells that the step goes on all the same, if it does. */
    List<String> troubles() {
        return isEnd() ? List.of() : List.of("\\[video] " + failure() + "\\. Trying again\\.");
    }

    private boolean isEnd() {
        return switch (step.kind()) {
            case WAITING -> false;
            case FETCHING -> expected().meaning().equals("Authentication");
            default -> true;
        };
    }

    private String error() {
        if (step.kind().isPaid()
                && expected().attempts() == 1
                && DOUBTFUL.contains(expected().meaning())) {
            return "The answer to the request was lost \\(" + failure() + "\\)" + doubt();
        }
        if (OPTIONAL.containsKey(step) && expected().meaning().equals(MISSING)) {
            return "The video service '" + service + "' cannot " + OPTIONAL.get(step) + " \\(" + failure()
                    + "\\)\\. Use another service for it\\.";
        }
        return failure() + "\\. " + Pattern.quote(ADVICE.get(expected().meaning()));
    }

    private String doubt() {
        return step.kind() == Kind.CHARACTER
                ? "\\. The service may have created the character 'Reynard', and may charge for it; it was not asked a"
                        + " second time\\. Services do not list characters: look at the service's own pages before you"
                        + " start it again\\."
                : ", and the service's list shows no such render\\. A render of '" + service
                        + "' may be running and may"
                        + " be charged; it was not asked for a second time\\. Look at the service's own list of videos"
                        + " from \\S+ on before you start it again\\. If the video is there, adopt it with .*";
    }

    private String failure() {
        return step.request(video) + ": " + row.words();
    }

    /** How often the request is sent. */
    long attempts() {
        return expected().attempts();
    }

    private FaultTable.Outcome expected() {
        return step.kind().of(row);
    }
}
