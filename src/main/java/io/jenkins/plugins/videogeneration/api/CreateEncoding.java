package io.jenkins.plugins.videogeneration.api;

/** How the body of a request for a render is written; servers differ in what they accept. */
public enum CreateEncoding {
    /** Multipart when a file goes along, else JSON: what most servers understand. */
    AUTO,
    /** Always {@code multipart/form-data}, as vLLM-Omni demands. */
    MULTIPART,
    /** Always JSON. */
    JSON
}
