package io.jenkins.plugins.videogeneration.api;

/** The calls of the API, by the names that the protocol gives them. */
public enum VideoOperation {
    CREATE,
    EXTEND,
    EDIT,
    REMIX,
    LIST,
    RETRIEVE,
    DELETE,
    DOWNLOAD_CONTENT,
    CREATE_CHARACTER,
    RETRIEVE_CHARACTER;

    /** What the call does, in words that can follow "cannot" in English, and a colon elsewhere. */
    public Text words() {
        return Text.of("api.VideoOperation." + name());
    }
}
