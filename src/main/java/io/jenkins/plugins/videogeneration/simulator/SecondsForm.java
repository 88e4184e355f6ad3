package io.jenkins.plugins.videogeneration.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** How the length of a video is written in an answer. */
enum SecondsForm {
    /** {@code "seconds": "8"}. */
    TEXT {
        @Override
        void write(ObjectNode job, BigDecimal seconds) {
            job.put("seconds", seconds.toPlainString());
        }
    },
    /** {@code "seconds": 8}. */
    INTEGER {
        @Override
        void write(ObjectNode job, BigDecimal seconds) {
            job.put("seconds", seconds.intValue());
        }
    },
    /** {@code "seconds": 8.0}. */
    FRACTION {
        @Override
        void write(ObjectNode job, BigDecimal seconds) {
            job.put("seconds", seconds.doubleValue());
        }
    },
    /** {@code "duration": 8.0}, and no {@code seconds}. */
    DURATION {
        @Override
        void write(ObjectNode job, BigDecimal seconds) {
            job.put("duration", seconds.doubleValue());
        }
    };

    abstract void write(ObjectNode job, BigDecimal seconds);
}
