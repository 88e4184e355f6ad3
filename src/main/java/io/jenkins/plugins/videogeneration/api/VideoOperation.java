package io.jenkins.plugins.videogeneration.api;

/** The calls of the API, by the names that the protocol gives them. */
public enum VideoOperation {
    CREATE("create a video"),
    EXTEND("extend a video"),
    EDIT("edit a video"),
    REMIX("remix a video"),
    LIST("list videos"),
    RETRIEVE("retrieve a video"),
    DELETE("delete a video"),
    DOWNLOAD_CONTENT("download the content of a video"),
    CREATE_CHARACTER("create a character"),
    RETRIEVE_CHARACTER("retrieve a character");

    private final String words;

    VideoOperation(String words) {
        this.words = words;
    }

    /** What the call does, in words that can follow "cannot". */
    public String words() {
        return words;
    }
}
