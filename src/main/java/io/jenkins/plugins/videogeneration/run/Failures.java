package io.jenkins.plugins.videogeneration.run;

import hudson.AbortException;
import io.jenkins.plugins.videogeneration.api.InvalidRequestException;
import io.jenkins.plugins.videogeneration.api.OneLine;
import io.jenkins.plugins.videogeneration.api.VideosException;
import io.jenkins.plugins.videogeneration.render.RenderException;
import io.jenkins.plugins.videogeneration.render.RenderFailure;
import io.jenkins.plugins.videogeneration.render.RenderInDoubtException;
import io.jenkins.plugins.videogeneration.service.ReadersWords;
import io.jenkins.plugins.videogeneration.service.ServiceSetupException;
import io.jenkins.plugins.videogeneration.service.UnsupportedByServiceException;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Turns what went wrong into what a build shows: words without a stack trace, unless it is a bug of ours. */
public final class Failures {

    private Failures() {}

    /** An {@link AbortException}, which a console shows as one line, or the error itself if nobody expected it. */
    public static Throwable forConsole(Throwable error) {
        Throwable cause = unwrap(error);
        if (cause instanceof RenderException e) {
            return abort(cause instanceof RenderInDoubtException ? inDoubt(e.failure()) : words(e.failure()));
        }
        if (cause instanceof VideosException e) {
            return abort(sentence(ReadersWords.of(e)) + " " + ReadersWords.of(e.adviceText()));
        }
        if (cause instanceof InvalidRequestException e) {
            return abort(Messages.Failures_invalid(e.field(), ReadersWords.of(e.problem())));
        }
        boolean expected = cause instanceof ServiceSetupException
                || cause instanceof UnsupportedByServiceException
                || cause instanceof IOException;
        if (!expected) {
            return cause;
        }
        return abort(ReadersWords.of(cause));
    }

    /** What is said of a render of which nobody knows whether the service has it, and how to adopt it. */
    static String inDoubt(RenderFailure doubt) {
        return Messages.Failures_inDoubt(words(doubt));
    }

    private static String words(RenderFailure failure) {
        return (sentence(ReadersWords.of(failure.problem())) + " " + ReadersWords.of(failure.remedy())).trim();
    }

    /** A service's id or a file's name may have line ends and a console's markup in it. */
    private static AbortException abort(String words) {
        return new AbortException(OneLine.of(words));
    }

    public static Throwable unwrap(Throwable error) {
        boolean wrapper = error instanceof CompletionException || error instanceof ExecutionException;
        return wrapper && error.getCause() != null ? error.getCause() : error;
    }

    private static String sentence(String text) {
        boolean ended =
                text.endsWith(".") || text.endsWith("\u3002"); // Japanese and Chinese have a full stop of their own
        return ended ? text : text + ".";
    }
}
