package io.jenkins.plugins.videogeneration.run;

import hudson.model.InvisibleAction;
import hudson.model.Run;
import io.jenkins.plugins.videogeneration.api.InvalidRequestException;
import io.jenkins.plugins.videogeneration.render.FileJournal;
import io.jenkins.plugins.videogeneration.render.Phase;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.render.RenderRequest;
import io.jenkins.plugins.videogeneration.render.RunningRender;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import jenkins.model.RunAction2;

/**
 * The renders of one build. Each has a folder of its own below the build's, with its journal and, until it is
 * delivered, its video. The folder moves and goes with the build, and a journal is on the disk before its request is
 * sent, whatever durability the pipeline runs with.
 */
public class BuildVideos extends InvisibleAction implements RunAction2 {

    private transient Run<?, ?> run;
    private transient RenderFolders folders;
    /** The names that this build uses, by render; filled from the journals when first needed. */
    private transient Map<String, String> names;
    /** The renders that something is being done for now, which know more than their journals. */
    private transient Map<String, RunningRender> running;

    private transient volatile boolean notedInJob;

    BuildVideos(Run<?, ?> run) {
        attach(run);
    }

    /** The build's renders; a build that has none yet gets an empty set of them, saved with it. */
    public static BuildVideos of(Run<?, ?> run) throws IOException {
        synchronized (run) {
            BuildVideos videos = run.getAction(BuildVideos.class);
            if (videos == null) {
                videos = new BuildVideos(run);
                run.addAction(videos);
                run.save();
            }
            return videos;
        }
    }

    /** Others may have seen it by now, and use it: it was attached when it was made. */
    @Override
    public void onAttached(Run<?, ?> r) {}

    @Override
    public void onLoad(Run<?, ?> r) {
        attach(r);
    }

    private void attach(Run<?, ?> r) {
        run = r;
        folders = new RenderFolders();
        running = new ConcurrentHashMap<>();
    }

    /** Where a render's journal and its video on the way are. */
    public Path folder(String key) {
        return RenderFolders.in(buildFolder()).resolve(key);
    }

    public FileJournal journal(String key) {
        return RenderFolders.journal(folder(key));
    }

    /** Lets the job know that there are renders, once the first journal is on the disk; a second time does no harm. */
    void noteInJob() {
        if (!notedInJob) {
            new NewestVideos(run.getParent()).note(run.getNumber());
            notedInJob = true;
        }
    }

    /** Whether this build has renders; no journal is read for that. */
    public boolean exist() {
        return RenderFolders.exist(buildFolder());
    }

    /** All renders of this build, oldest first; one whose journal can't be read is left out and logged. */
    public List<RenderRecord> records() {
        return folders.all(buildFolder());
    }

    /** One of them; no other journal is read for it. Nothing if there is no render of that key. */
    public Optional<RenderRecord> record(String key) {
        return folders.one(buildFolder(), key);
    }

    /** The same render as it is now: with the progress that is not worth a write. */
    public RenderRecord withProgress(RenderRecord record) {
        RunningRender render = running.get(record.key());
        return render == null || record.phase().isFinal() ? record : render.current();
    }

    /** Whether something is being done for a render: it goes on, or it was aborted and is being deleted. */
    public boolean isUnderWay(String key) {
        RunningRender render = running.get(key);
        return render != null && !render.settled().isDone();
    }

    /** Lets {@link #withProgress} and {@link #isUnderWay} know of a render until nothing is done for it any more. */
    void follow(String key, RunningRender render) {
        running.put(key, render);
        render.settled().thenRun(() -> running.remove(key, render));
    }

    /**
     * Gives a render its file's name, which no other render of this build has that left a video or may leave one.
     *
     * @param wanted what the user asked for, or null for a name made from the prompt
     * @throws InvalidRequestException if another render of this build has the name
     */
    public synchronized String reserveName(String key, String wanted, String prompt) {
        Map<String, String> used = names();
        used.keySet().removeIf(other -> other.equals(key) || leftNothing(other));
        Predicate<String> taken = name -> used.values().stream().anyMatch(other -> VideoNames.clash(name, other));
        String name = wanted == null ? VideoNames.fromPrompt(prompt, taken) : wanted;
        if (taken.test(name)) {
            throw new InvalidRequestException("file", Messages.BuildVideos_nameTaken(name));
        }
        used.put(key, name);
        return name;
    }

    /** For a render that did not begin after all. */
    public synchronized void releaseName(String key) {
        names().remove(key);
    }

    /** For a render that may take the video of another one of this build: under one name the same video may lie twice. */
    synchronized void releaseNamesOf(RenderRequest request) {
        records().stream()
                .filter(record -> record.phase() == Phase.DELIVERED && asksFor(record, request))
                .forEach(record -> names().remove(record.key()));
    }

    /** A render of this build for a request that was given up here, for want of time, say, but not at the service. */
    Optional<RenderRecord> leftAtTheService(RenderRequest request) {
        return records().stream()
                .filter(record -> record.phase() == Phase.FAILED && record.isOpen() && record.videoId() != null)
                .filter(record -> asksFor(record, request))
                .findFirst();
    }

    private static boolean asksFor(RenderRecord record, RenderRequest request) {
        return record.request().fingerprint().equals(request.fingerprint());
    }

    /** Whether a render leaves its file to others: it ended before it had a video, or nobody waits for it. */
    private boolean leftNothing(String key) {
        return folders.one(buildFolder(), key)
                .filter(record -> record.variants().isEmpty() || endedWithoutVideo(record))
                .isPresent();
    }

    private static boolean endedWithoutVideo(RenderRecord record) {
        boolean ended = record.phase() == Phase.FAILED || record.phase() == Phase.CANCELLED;
        return ended && record.file() == null;
    }

    private Map<String, String> names() {
        if (names == null) {
            names = new HashMap<>();
            records().forEach(record -> names.put(record.key(), record.fileName()));
        }
        return names;
    }

    private Path buildFolder() {
        return run.getRootDir().toPath();
    }
}
