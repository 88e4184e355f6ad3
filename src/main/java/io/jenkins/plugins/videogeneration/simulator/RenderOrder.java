package io.jenkins.plugins.videogeneration.simulator;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A render as the calls that render ask for it, checked and complete.
 *
 * @param model as asked for, or that of the video it starts from
 * @param prompt as asked for
 * @param size as asked for, or that of the video it starts from
 * @param seconds the length of the whole result
 * @param extensions how many times it has been extended, this time included
 * @param remixedFrom the id of the video that it is a remix of
 */
record RenderOrder(
        String model,
        String prompt,
        VideoSize size,
        BigDecimal seconds,
        int extensions,
        Optional<String> remixedFrom) {}
