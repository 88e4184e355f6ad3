package io.jenkins.plugins.videogeneration.api;

import java.io.IOException;

/**
 * Makes something of an answer, within bounds of its own.
 *
 * @param <T> what it makes
 */
@FunctionalInterface
interface AnswerReader<T> {

    /**
     * @throws IOException if the connection broke while the body was read
     * @throws VideosException if the answer is no fulfilment
     */
    T read(HttpAnswer answer) throws IOException;
}
