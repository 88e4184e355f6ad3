package io.jenkins.plugins.videogeneration.step;

import io.jenkins.plugins.videogeneration.api.FaultTable;
import io.jenkins.plugins.videogeneration.render.Phase;
import java.util.Set;
import java.util.function.Function;

/** A step, and the one of its requests that meets a fault. VIDEO stands for a finished video, SERVICE for the service. */
enum FaultedStep {
    GENERATE(Kind.RENDER, "POST /v1/videos", "generateVideo prompt: 'A boat', service: SERVICE"),
    EXTEND(
            Kind.RENDER,
            "POST /v1/videos/extensions",
            "extendVideo id: 'video_1', prompt: 'It sinks', seconds: 4, service: SERVICE"),
    EDIT(Kind.RENDER, "POST /v1/videos/edits", "editVideo id: 'video_1', prompt: 'In grey', service: SERVICE"),
    REMIX(
            Kind.RENDER,
            "POST /v1/videos/video_1/remix",
            "remixVideo id: 'video_1', prompt: 'In snow', service: SERVICE"),
    CREATE_CHARACTER(Kind.CHARACTER, "POST /v1/videos/characters", """
            node {
                writeFile file: 'fox.mp4', encoding: 'Base64', text: 'AAAAEGZ0eXBpc29tAAAAAA=='
                createVideoCharacter name: 'Reynard', video: 'fox.mp4', service: SERVICE
            }
            """),
    RETRIEVE(Kind.QUESTION, "GET /v1/videos/video_1", "retrieveVideo id: 'video_1', service: SERVICE"),
    LIST(Kind.QUESTION, "GET /v1/videos", "listVideos service: SERVICE"),
    DELETE(Kind.QUESTION, "DELETE /v1/videos/video_1", "deleteVideo id: 'video_1', service: SERVICE"),
    GET_CHARACTER(
            Kind.QUESTION, "GET /v1/videos/characters/char_1", "getVideoCharacter id: 'char_1', service: SERVICE"),
    ASK_FOR_A_NEW_ONE(
            Kind.WAITING,
            "GET /v1/videos/video_[0-9a-f]+",
            "generateVideo prompt: 'A kite', pollSeconds: 1, service: SERVICE"),
    WAIT(Kind.WAITING, "GET /v1/videos/VIDEO", "waitForVideo id: 'VIDEO', pollSeconds: 1, service: SERVICE"),
    FETCH_A_NEW_ONE(
            Kind.FETCHING,
            "GET /v1/videos/video_[0-9a-f]+/content",
            "generateVideo prompt: 'A tree', pollSeconds: 1, service: SERVICE"),
    DOWNLOAD(Kind.FETCHING, "GET /v1/videos/VIDEO/content", "downloadVideo id: 'VIDEO', service: SERVICE");

    /** What a request is for. */
    enum Kind {
        RENDER(FaultTable.Row::paid, Phase.INTENDED),
        CHARACTER(FaultTable.Row::paid),
        QUESTION(FaultTable.Row::question),
        WAITING(FaultTable.Row::question, Phase.SUBMITTED, Phase.WAITING),
        FETCHING(FaultTable.Row::download, Phase.FETCHING);

        private final Function<FaultTable.Row, FaultTable.Outcome> column;
        private final Set<Phase> phases;

        Kind(Function<FaultTable.Row, FaultTable.Outcome> column, Phase... phases) {
            this.column = column;
            this.phases = Set.of(phases);
        }

        FaultTable.Outcome of(FaultTable.Row row) {
            return column.apply(row);
        }

        boolean isPaid() {
            return this == RENDER || this == CHARACTER;
        }

        /** Whether the step goes on after an answer that puts it off. */
        boolean isPatient() {
            return this == WAITING || this == FETCHING;
        }

        /** @param phase of the step's render; null if it has none, or none yet */
        boolean isSentIn(Phase phase) {
            return phase == null ? phases.isEmpty() : phases.contains(phase);
        }
    }

    private final Kind kind;
    private final String request;
    private final String script;

    FaultedStep(Kind kind, String request, String script) {
        this.kind = kind;
        this.request = request;
        this.script = script;
    }

    Kind kind() {
        return kind;
    }

    /** A pattern of the method and the path, as a message has them. */
    String request(String video) {
        return request.replace("VIDEO", video);
    }

    String script(String video, String service) {
        return script.replace("VIDEO", video).replace("SERVICE", "'" + service + "'");
    }
}
