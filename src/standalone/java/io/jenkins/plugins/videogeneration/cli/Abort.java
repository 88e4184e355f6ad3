package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.OneLine;
import io.jenkins.plugins.videogeneration.render.RunningRender;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;

/**
 * What happens to a render when the process is told to end, by Ctrl-C for example. The render is paid for, so it is kept unless
 * the user said otherwise.
 */
final class Abort implements Runnable {

    /** A person waits for it. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RunningRender running;
    private final RenderWatch watch;
    private final RenderDisplay display;
    private final OutputPlace place;
    private final boolean delete;
    private final PrintWriter out;

    /** @param delete whether the service is asked to delete the render */
    Abort(
            RunningRender running,
            RenderWatch watch,
            RenderDisplay display,
            OutputPlace place,
            boolean delete,
            PrintWriter out) {
        this.running = running;
        this.watch = watch;
        this.display = display;
        this.place = place;
        this.delete = delete;
        this.out = out;
    }

    @Override
    public void run() {
        display.close();
        try {
            if (delete) {
                delete();
            } else {
                keep();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        out.flush();
    }

    private void keep() throws InterruptedException {
        if (watch.isAsked()) {
            watch.awaitAnswer(PATIENCE);
        }
        Optional<String> id = id();
        out.println();
        if (!watch.isAsked()) {
            out.println("Nothing was asked for.");
        } else if (id.isPresent()) {
            out.println("The render " + id.get() + " goes on at the service. The same command waits for it again,");
            out.println("and 'videos delete " + id.get() + "' gives it up.");
        } else {
            out.println("The service has not answered yet: the same command looks for the render in its list.");
        }
    }

    private void delete() throws InterruptedException {
        running.cancel();
        out.println();
        if (!watch.isAsked()) {
            out.println("Nothing was asked for.");
            return;
        }
        Optional<String> outcome = watch.awaitDeletion(PATIENCE);
        String render = id().map(id -> "The render " + id).orElse("The render");
        if (outcome.isEmpty()) {
            out.println(render + " could not be deleted in time: the service may go on with it.");
            return;
        }
        out.println(render + ": " + OneLine.of(outcome.get()) + ".");
        place.forget();
    }

    private Optional<String> id() {
        return Optional.ofNullable(running.current().videoId()).map(OneLine::of);
    }
}
