package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.Text;
import io.jenkins.plugins.videogeneration.api.Video;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Remembers what a render says, and lets a test do something in the moment when it says so. */
final class RecordingListener implements RenderListener {

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> watchers = new CopyOnWriteArrayList<>();

    /** Runs each time when an event begins with these words. */
    void on(String begin, Runnable action) {
        watchers.add(event -> {
            if (event.startsWith(begin)) {
                action.run();
            }
        });
    }

    List<String> events() {
        return List.copyOf(events);
    }

    /** The first words of all events. */
    List<String> kinds() {
        return events.stream().map(event -> event.split(" ", 2)[0]).toList();
    }

    List<String> troubles() {
        return events.stream().filter(event -> event.startsWith("troubled")).toList();
    }

    /** Without those with the content: some servers have it at another address than where it is looked for first. */
    List<String> troublesBeforeTheContent() {
        return troubles().stream()
                .filter(trouble -> !trouble.contains("/content: "))
                .toList();
    }

    private void say(String event) {
        events.add(event);
        watchers.forEach(watcher -> watcher.accept(event));
    }

    @Override
    public void submitting(RenderRecord record) {
        say("submitting " + record.key());
    }

    @Override
    public void submitted(RenderRecord record) {
        say("submitted " + record.videoId());
    }

    @Override
    public void lookingFor(RenderRecord record, Text why) {
        say("lookingFor " + why);
    }

    @Override
    public void inDoubt(RenderRecord record, RenderFailure doubt) {
        say("inDoubt " + doubt.message());
    }

    @Override
    public void reported(RenderRecord record, Video answer) {
        say("reported " + answer.status() + " " + answer.progress());
    }

    @Override
    public void troubled(Text problem) {
        say("troubled " + problem);
    }

    @Override
    public void fetching(RenderRecord record) {
        say("fetching " + record.videoId());
    }

    @Override
    public void fetched(RenderRecord record) {
        say("fetched " + record.file().name());
    }

    @Override
    public void delivered(RenderRecord record) {
        say("delivered " + record.file().name());
    }

    @Override
    public void failed(RenderRecord record) {
        say("failed " + record.failure().message());
    }

    @Override
    public void remoteDeleted(RenderRecord record, Text outcome) {
        say("remoteDeleted " + record.videoId() + " " + outcome);
    }
}
