package io.jenkins.plugins.videogeneration.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.io.PrintStream;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;

/**
 * The console of a step, and, when the step has ended, that of its build: what a service says to a delete comes when the
 * part of the console that belongs to the aborted step is closed.
 */
@SuppressFBWarnings(
        value = "SE_TRANSIENT_FIELD_NOT_RESTORED",
        justification = "it is made anew after a restart, and goes nowhere")
final class StepConsole implements TaskListener {

    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = Logger.getLogger(StepConsole.class.getName());

    private final transient TaskListener ofStep;
    private final transient Run<?, ?> run;
    private volatile boolean ended;

    StepConsole(TaskListener ofStep, Run<?, ?> run) {
        this.ofStep = ofStep;
        this.run = run;
    }

    /** The step is about to end. */
    void end() {
        ended = true;
    }

    @NonNull
    @Override
    public PrintStream getLogger() {
        return (ended ? ofBuild() : ofStep).getLogger();
    }

    private TaskListener ofBuild() {
        if (!run.isLogUpdated()) {
            // the build is over and its console closed: what is still to be said is in the journal
            return TaskListener.NULL;
        }
        if (run instanceof FlowExecutionOwner.Executable build) {
            FlowExecutionOwner owner = build.asFlowExecutionOwner();
            if (owner != null) {
                try {
                    return owner.getListener();
                } catch (IOException e) {
                    LOGGER.log(Level.FINE, e, () -> "Cannot write to the console of " + run);
                }
            }
        }
        return ofStep;
    }
}
