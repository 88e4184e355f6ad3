package io.jenkins.plugins.videogeneration.gallery;

import io.jenkins.plugins.videogeneration.render.Phase;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jvnet.localizer.Localizable;

/** What became of a render, as far as people want to tell them apart. */
enum CardState {
    RUNNING(Messages._CardState_running(), "symbol-status-nobuilt-anime"),
    FINISHED(Messages._CardState_finished(), "symbol-status-blue"),
    FAILED(Messages._CardState_failed(), "symbol-status-red"),
    CANCELLED(Messages._CardState_cancelled(), "symbol-status-aborted"),
    /** Asked for, and left to the service: no step of its build waits for it. */
    LEFT(Messages._CardState_left(), "symbol-status-nobuilt");

    private final Localizable label;
    private final String icon;

    CardState(Localizable label, String icon) {
        this.label = label;
        this.icon = icon;
    }

    /** @param caredFor whether its build is still running, or somebody has it fetched */
    static CardState of(RenderRecord record, boolean caredFor) {
        Phase phase = record.phase();
        if (!phase.isFinal()) {
            boolean waitedFor = !record.variants().isEmpty() || phase == Phase.QUEUED || phase == Phase.INTENDED;
            return caredFor && waitedFor ? RUNNING : LEFT;
        }
        return switch (phase) {
            case DELIVERED -> FINISHED;
            case FAILED -> FAILED;
            default -> CANCELLED;
        };
    }

    /** What a record's state may turn out to be when its build is known. */
    static Set<CardState> possible(RenderRecord record) {
        return EnumSet.of(of(record, true), of(record, false));
    }

    /** As the remote API and the filter's address have it. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String label() {
        return label.toString();
    }

    String icon() {
        return icon;
    }
}
