package io.jenkins.plugins.videogeneration.simulator;

import java.math.BigDecimal;

/**
 * The video that an extension, an edit or a remix starts from: one that was rendered here, or an uploaded one.
 *
 * @param model that made it, or the default
 * @param size of its picture
 * @param seconds its length
 * @param extensions how many times it has been extended
 */
record SourceVideo(String model, VideoSize size, BigDecimal seconds, int extensions) {

    static SourceVideo of(Job job) {
        return new SourceVideo(job.model(), job.size(), job.seconds(), job.extensions());
    }
}
