package io.jenkins.plugins.videogeneration.simulator;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What a server wants to be told about a render, and what it does with it.
 *
 * @param body how requests are to be written
 * @param createStatus the HTTP status of an accepted render
 * @param defaultModel used when the request names none
 * @param sizes accepted, the default first; more may be accepted when {@code anySize}
 * @param anySize whether sizes beyond the list are accepted, as far as a video can have them
 * @param seconds how long a video may be
 * @param filesKeptFor how long after completion the files can be downloaded
 */
record RenderRules(
        BodyRules body,
        int createStatus,
        String defaultModel,
        List<VideoSize> sizes,
        boolean anySize,
        SecondsRules seconds,
        Duration filesKeptFor) {

    RenderRules {
        sizes = List.copyOf(sizes);
    }

    RenderRules with(BodyRules value) {
        return new RenderRules(value, createStatus, defaultModel, sizes, anySize, seconds, filesKeptFor);
    }

    RenderRules accepting(int status) {
        return new RenderRules(body, status, defaultModel, sizes, anySize, seconds, filesKeptFor);
    }

    RenderRules with(SecondsRules value) {
        return new RenderRules(body, createStatus, defaultModel, sizes, anySize, value, filesKeptFor);
    }

    RenderRules keeping(Duration value) {
        return new RenderRules(body, createStatus, defaultModel, sizes, anySize, seconds, value);
    }

    /** One of these sizes and no other. */
    RenderRules sized(String... value) {
        return new RenderRules(body, createStatus, defaultModel, VideoSize.list(value), false, seconds, filesKeptFor);
    }

    /** A model of one's own, which can render any size. */
    RenderRules withOwnModel(String model) {
        return new RenderRules(body, createStatus, model, sizes, true, seconds, filesKeptFor);
    }

    Set<BodyEncoding> encodings() {
        return body.encodings();
    }

    /** The default length where a request names none. */
    BigDecimal defaultSeconds() {
        return seconds.accepted().get(0);
    }
}
