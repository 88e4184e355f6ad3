package io.jenkins.plugins.videogeneration.step;

import io.jenkins.plugins.videogeneration.render.RenderRecord;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.actions.LabelAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Says which video a step is about, wherever the steps of a pipeline are shown. */
final class StepLabel {

    private static final Logger LOGGER = Logger.getLogger(StepLabel.class.getName());

    private StepLabel() {}

    /** Gives the step its label if it has none: each one is a write to the disk. A step without one works as well. */
    static void set(StepContext context, RenderRecord record) {
        try {
            FlowNode node = context.get(FlowNode.class);
            if (node != null && node.getPersistentAction(LabelAction.class) == null) {
                node.addAction(new LabelAction(Messages.StepLabel_label(node.getDisplayName(), video(record))));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Cannot label the step of " + record.key());
        }
    }

    private static String video(RenderRecord record) {
        boolean hasFile = !record.variants().isEmpty();
        String prompt = record.request().text("prompt");
        return hasFile || prompt == null ? Shortened.of(record.fileName()) : Shortened.of(prompt);
    }
}
