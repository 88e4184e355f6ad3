package io.jenkins.plugins.videogeneration.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the ids of jobs are written on the wire. */
enum IdForm {
    /** As they are. */
    PLAIN {
        @Override
        String write(String id, boolean polled) {
            return id;
        }

        @Override
        String read(String written) {
            return written;
        }
    },
    /**
     * With the route to the upstream service in it, as base64 with padding. A poll names the route in another way than a create did, so one
     * job has two ids; both are understood.
     */
    ROUTED {
        @Override
        String write(String id, boolean polled) {
            String route = polled ? "model_id:None" : "model_id:simulated-deployment-of-the-router";
            String text = "router:custom_llm_provider:simulator;" + route + ";video_id:" + id;
            // an id that happens to need no padding would hide what clients stumble over
            String padded = text.length() % 3 == 0 ? text + ";" : text;
            return PREFIX + Base64.getEncoder().encodeToString(padded.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        String read(String written) {
            if (!written.startsWith(PREFIX)) {
                return written;
            }
            try {
                byte[] text = Base64.getDecoder().decode(written.substring(PREFIX.length()));
                Matcher id = VIDEO_ID.matcher(new String(text, StandardCharsets.UTF_8));
                return id.find() ? id.group(1) : written;
            } catch (IllegalArgumentException e) {
                return written;
            }
        }
    };

    private static final String PREFIX = "video_";
    private static final Pattern VIDEO_ID = Pattern.compile(";video_id:([^;]+)");

    /** @param polled whether the answer is one to a poll */
    abstract String write(String id, boolean polled);

    /** The job's own id; what was written in no known way is left as it is. */
    abstract String read(String written);
}
