package io.jenkins.plugins.videogeneration.api;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells a service that lacks an operation from one that lacks the video. Servers answer both with 404, and what they say besides is all
 * there is to go by.
 *
 * @param <T> what the answer is read into
 */
final class OptionalOperation<T> implements AnswerReader<T> {

    /** What web frameworks and gateways say of a path that they do not know. */
    private static final Set<String> WHOLE_MESSAGES = Set.of("not found", "404 not found", "no route matched");

    private static final Set<String> BEGINNINGS = Set.of(
            "404 page not found",
            "invalid url",
            "unknown url",
            "unknown request url",
            "cannot get ",
            "cannot post ",
            "cannot delete ",
            "an html page",
            ErrorBody.SILENCE.words());

    private final AnswerReader<T> reader;
    private final Predicate<VideosException> lacking;

    private OptionalOperation(AnswerReader<T> reader, Predicate<VideosException> lacking) {
        this.reader = reader;
        this.lacking = lacking;
    }

    /** For calls that name a video or a character: a 404 may mean that there is none. */
    static <T> AnswerReader<T> withId(AnswerReader<T> reader) {
        return new OptionalOperation<>(
                reader,
                e -> e instanceof VideosException.NotFound
                        && isAboutThePath(e.failure().message()));
    }

    /** For calls that name nothing that could be missing. */
    static <T> AnswerReader<T> withoutId(AnswerReader<T> reader) {
        return new OptionalOperation<>(reader, VideosException.NotFound.class::isInstance);
    }

    /** For a file that only some services have. */
    static <T> AnswerReader<T> ofVariant(AnswerReader<T> reader) {
        return new OptionalOperation<>(reader, OptionalOperation::isAboutTheVariant);
    }

    @Override
    public T read(HttpAnswer answer) throws IOException {
        try {
            return reader.read(answer);
        } catch (VideosException e) {
            throw lacking.test(e) ? new VideosException.Unsupported(e.failure()) : e;
        }
    }

    private static boolean isAboutThePath(String message) {
        String words = message.toLowerCase(Locale.ROOT);
        return WHOLE_MESSAGES.contains(words) || BEGINNINGS.stream().anyMatch(words::startsWith);
    }

    private static boolean isAboutTheVariant(VideosException e) {
        boolean refusal = e instanceof VideosException.BadRequest || e instanceof VideosException.NotFound;
        return refusal
                && ("variant".equals(e.failure().param())
                        || e.failure().message().toLowerCase(Locale.ROOT).contains("variant"));
    }
}
