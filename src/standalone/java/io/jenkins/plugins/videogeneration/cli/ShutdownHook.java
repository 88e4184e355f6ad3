package io.jenkins.plugins.videogeneration.cli;

/** Something to do if the process is told to end; closing it calls that off. */
final class ShutdownHook implements AutoCloseable {

    private final Thread thread;

    private ShutdownHook(Thread thread) {
        this.thread = thread;
    }

    static ShutdownHook add(Runnable task) {
        Thread thread = new Thread(task, "videos-abort");
        Runtime.getRuntime().addShutdownHook(thread);
        return new ShutdownHook(thread);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(thread);
        } catch (IllegalStateException e) {
            // the process is ending: the hook has the word, and its message must not be cut off
            awaitHook();
        }
    }

    private void awaitHook() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
