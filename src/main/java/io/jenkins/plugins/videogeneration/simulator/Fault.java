package io.jenkins.plugins.videogeneration.simulator;

import java.util.Map;
import java.util.Optional;

/** Something that goes wrong with one call. Given to {@link VideosSimulator#inject}. */
public sealed interface Fault {

    /** An error answer in the dialect's form; the call has no effect. */
    static Fault status(int status) {
        return new Answer(status, Map.of(), Optional.empty());
    }

    /** An error answer in the dialect's form with extra headers, such as {@code retry-after}. */
    static Fault status(int status, Map<String, String> headers) {
        return new Answer(status, headers, Optional.empty());
    }

    /** Any answer at all, such as the HTML page of a proxy; the call has no effect. */
    static Fault answer(int status, Map<String, String> headers, String body) {
        return new Answer(status, headers, Optional.of(body));
    }

    /** The connection breaks before the call has had an effect. */
    static Fault connectionLost() {
        return new ConnectionLost(false);
    }

    /** The call does its work, then the connection breaks and the answer is lost: the client cannot know. */
    static Fault answerLost() {
        return new ConnectionLost(true);
    }

    /** The answer announces its whole length, sends so many bytes and breaks off. */
    static Fault cutAfter(int bytes) {
        return new Cut(bytes);
    }

    /** An answer instead of the real one; without a body it is the dialect's error. */
    record Answer(int status, Map<String, String> headers, Optional<String> body) implements Fault {
        public Answer {
            headers = Map.copyOf(headers);
        }
    }

    /** No answer. */
    record ConnectionLost(boolean afterTheWork) implements Fault {}

    /** A part of the real answer. */
    record Cut(int bytes) implements Fault {
        public Cut {
            if (bytes < 0) {
                throw new IllegalArgumentException("an answer cannot be cut after " + bytes + " bytes");
            }
        }
    }
}
