package io.jenkins.plugins.videogeneration.simulator;

import static io.jenkins.plugins.videogeneration.simulator.RecordForm.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Jobs on disk. */
final class JobForm implements RecordForm<Job> {

    @Override
    public ObjectNode write(Job job) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("id", job.id())
                .put("model", job.model())
                .put("prompt", job.prompt())
                .put("size", job.size().toString())
                .put("seconds", job.seconds().toPlainString())
                .put("extensions", job.extensions())
                .put("createdAt", job.createdAt().toString())
                .put("startsAt", job.startsAt().toString())
                .put("finishesAt", job.finishesAt().toString())
                .put("expiresAt", job.expiresAt().toString());
        job.error()
                .ifPresent(error ->
                        node.putObject("error").put("code", error.code()).put("message", error.message()));
        job.remixedFrom().ifPresent(id -> node.put("remixedFrom", id));
        return node;
    }

    @Override
    public Job read(JsonNode node) {
        return new Job(
                text(node, "id"),
                text(node, "model"),
                text(node, "prompt"),
                VideoSize.parse(text(node, "size")).orElseThrow(() -> new NoSuchElementException("size")),
                new BigDecimal(text(node, "seconds")),
                node.required("extensions").asInt(),
                Instant.parse(text(node, "createdAt")),
                Instant.parse(text(node, "startsAt")),
                Instant.parse(text(node, "finishesAt")),
                Instant.parse(text(node, "expiresAt")),
                Optional.ofNullable(node.get("error"))
                        .map(error -> new JobError(text(error, "code"), text(error, "message"))),
                Optional.ofNullable(node.get("remixedFrom")).map(JsonNode::textValue));
    }
}
