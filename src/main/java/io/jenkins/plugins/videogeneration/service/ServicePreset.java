package io.jenkins.plugins.videogeneration.service;

import io.jenkins.plugins.videogeneration.api.CreateEncoding;
import io.jenkins.plugins.videogeneration.api.VideoOperation;
import java.util.Map;
import java.util.Set;

/**
 * What is known about a family of servers: a start for the settings of a service, each of which can be changed. The
 * facts are from the servers' documentation and source code of November 2026.
 */
public enum ServicePreset {
    OPENAI("OpenAI-compatible", AuthenticationScheme.BEARER, null, CreateEncoding.AUTO, Map.of(), Set.of()),
    AZURE(
            "Azure AI Foundry",
            AuthenticationScheme.HEADER,
            "api-key",
            CreateEncoding.AUTO,
            Map.of(),
            Set.of(
                    VideoOperation.EXTEND,
                    VideoOperation.EDIT,
                    VideoOperation.CREATE_CHARACTER,
                    VideoOperation.RETRIEVE_CHARACTER)),
    LITELLM("LiteLLM", AuthenticationScheme.BEARER, null, CreateEncoding.AUTO, Map.of(), Set.of(VideoOperation.DELETE)),
    VLLM_OMNI(
            "vLLM-Omni",
            AuthenticationScheme.BEARER,
            null,
            CreateEncoding.MULTIPART,
            Map.of(),
            Lacks.ALL_THAT_STARTS_FROM_A_VIDEO),
    SGLANG(
            "SGLang Diffusion",
            AuthenticationScheme.NONE,
            null,
            CreateEncoding.AUTO,
            Map.of(),
            Lacks.ALL_THAT_STARTS_FROM_A_VIDEO),
    TENSORRT_LLM(
            "TensorRT-LLM",
            AuthenticationScheme.NONE,
            null,
            CreateEncoding.AUTO,
            Map.of("seconds", "duration"),
            Lacks.ALL_THAT_STARTS_FROM_A_VIDEO);

    /** Apart, since an enum's constants are made before its fields. */
    private static final class Lacks {
        static final Set<VideoOperation> ALL_THAT_STARTS_FROM_A_VIDEO = Set.of(
                VideoOperation.EXTEND,
                VideoOperation.EDIT,
                VideoOperation.REMIX,
                VideoOperation.CREATE_CHARACTER,
                VideoOperation.RETRIEVE_CHARACTER);
    }

    private final String displayName;
    private final AuthenticationScheme authentication;
    private final String headerName;
    private final CreateEncoding createEncoding;
    private final Map<String, String> fieldNames;
    private final Set<VideoOperation> lacks;

    ServicePreset(
            String displayName,
            AuthenticationScheme authentication,
            String headerName,
            CreateEncoding createEncoding,
            Map<String, String> fieldNames,
            Set<VideoOperation> lacks) {
        this.displayName = displayName;
        this.authentication = authentication;
        this.headerName = headerName;
        this.createEncoding = createEncoding;
        this.fieldNames = fieldNames;
        this.lacks = lacks;
    }

    /** A proper name, the same in every language. */
    public String getDisplayName() {
        return displayName;
    }

    public AuthenticationScheme authentication() {
        return authentication;
    }

    /** The header that carries the key, or null. */
    public String headerName() {
        return headerName;
    }

    public CreateEncoding createEncoding() {
        return createEncoding;
    }

    /** What the server calls fields that it has another name for. */
    public Map<String, String> fieldNames() {
        return fieldNames;
    }

    /** What the server cannot do. */
    public Set<VideoOperation> lacks() {
        return lacks;
    }
}
