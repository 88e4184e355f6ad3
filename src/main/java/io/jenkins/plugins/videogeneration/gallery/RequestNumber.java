package io.jenkins.plugins.videogeneration.gallery;

import hudson.Util;
import java.util.Optional;
import org.kohsuke.stapler.StaplerRequest2;

/** A number that a page is asked for. */
final class RequestNumber {

    private RequestNumber() {}

    /** Not negative; nothing if the request says none, since what is no number is no wish. */
    static Optional<Integer> of(StaplerRequest2 request, String parameter) {
        return Optional.ofNullable(Util.fixEmptyAndTrim(request.getParameter(parameter)))
                .filter(value -> value.matches("\\d{1,9}"))
                .map(Integer::valueOf);
    }
}
