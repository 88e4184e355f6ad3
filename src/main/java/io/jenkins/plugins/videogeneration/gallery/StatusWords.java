package io.jenkins.plugins.videogeneration.gallery;

import io.jenkins.plugins.videogeneration.render.Phase;
import io.jenkins.plugins.videogeneration.render.RenderRecord;

/** What a running render is at, in words. */
final class StatusWords {

    private StatusWords() {}

    static String of(RenderRecord record) {
        if (record.phase() == Phase.QUEUED) {
            return Messages.StatusWords_noPlace(record.request().service());
        }
        if (record.phase() == Phase.FETCHING) {
            return Messages.StatusWords_fetching();
        }
        String status = record.status();
        if (status == null) {
            return Messages.StatusWords_asking();
        }
        return switch (status) {
            case "queued" -> Messages.StatusWords_queued();
            case "in_progress" -> Messages.StatusWords_rendering();
            // each service may have words of its own
            default -> status;
        };
    }
}
