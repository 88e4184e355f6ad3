package io.jenkins.plugins.videogeneration.api;

/** An error that can say what went wrong in the language of whoever reads it; its message says it in English. */
public interface Worded {

    /** What went wrong. */
    Text text();
}
