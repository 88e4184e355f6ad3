package io.jenkins.plugins.videogeneration.adoption;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Run;
import io.jenkins.plugins.videogeneration.api.ContentVariant;
import io.jenkins.plugins.videogeneration.api.InvalidRequestException;
import io.jenkins.plugins.videogeneration.render.RenderContext;
import io.jenkins.plugins.videogeneration.render.RenderListener;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.render.RunningRender;
import io.jenkins.plugins.videogeneration.run.BuildVideos;
import io.jenkins.plugins.videogeneration.run.OpenRender;
import io.jenkins.plugins.videogeneration.run.OpenRenders;
import io.jenkins.plugins.videogeneration.run.RenderOptions;
import io.jenkins.plugins.videogeneration.run.RenderRuntime;
import io.jenkins.plugins.videogeneration.service.ServiceConnections;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Brings renders home into builds that have ended, as artifacts, or has them deleted at their service. Both happen in
 * the background. Nothing is asked for and nothing is paid. A restart ends an adoption; it can be begun again.
 */
@Extension
@Restricted(NoExternalUse.class)
public class Adoptions {

    private final Map<String, RunningRender> running = new ConcurrentHashMap<>();
    private final Set<String> deleting = ConcurrentHashMap.newKeySet();

    public static Adoptions get() {
        return ExtensionList.lookupSingleton(Adoptions.class);
    }

    /** How far the adoption of a render is, if it is being adopted. */
    Optional<RenderRecord> progress(String key) {
        return Optional.ofNullable(running.get(key)).map(RunningRender::current);
    }

    /** Whether a render is being brought home. */
    public boolean isFetching(String key) {
        return running.containsKey(key);
    }

    /** Whether the service of a render is being asked to delete it. */
    boolean isDeleting(String key) {
        return deleting.contains(key);
    }

    /**
     * Begins to bring a render home; does nothing if that has begun before, or if it is being deleted.
     *
     * @param run the build that asked for it, which does not wait for it any more
     */
    synchronized void fetch(OpenRender open, Run<?, ?> run) throws IOException {
        String key = open.record().key();
        if (running.containsKey(key) || deleting.contains(key)) {
            return;
        }
        AdoptedRender adopted = AdoptedRender.of(open, run);
        if (!adopted.known().isOpen()) {
            return;
        }
        RenderRecord record = toBeFetched(adopted.known(), BuildVideos.of(run));
        adopted.journal().write(record);
        RunningRender render = RenderRuntime.get().engine().resume(record, adopted.context(new RenderListener() {}));
        running.put(key, render);
        render.outcome().whenComplete((delivered, error) -> running.remove(key));
    }

    private static RenderRecord toBeFetched(RenderRecord known, BuildVideos videos) {
        Instant now = ServiceConnections.timing().clock().instant();
        Duration patience = Duration.ofMinutes(RenderOptions.DEFAULT_TIMEOUT_MINUTES);
        RenderRecord record = known.goingOn(now.plus(patience), known.pollInterval());
        if (record.variants().isEmpty()) {
            // it was asked for without being waited for
            record = record.fetching(List.of(ContentVariant.VIDEO));
        }
        return record.file() == null ? record.named(freeName(record, videos)) : record;
    }

    /** Another render of the build may have taken the name since. */
    private static String freeName(RenderRecord record, BuildVideos videos) {
        try {
            return videos.reserveName(record.key(), record.fileName(), "");
        } catch (InvalidRequestException e) {
            return videos.reserveName(record.key(), null, record.request().text("prompt"));
        }
    }

    /**
     * Has a render deleted at its service; does nothing if that has begun before, or if it is being brought home.
     *
     * @param run the build that asked for it, or null if it is gone
     */
    synchronized void delete(OpenRender open, Run<?, ?> run) throws IOException {
        String key = open.record().key();
        if (running.containsKey(key) || deleting.contains(key)) {
            return;
        }
        AdoptedRender adopted = AdoptedRender.of(open, run);
        RenderContext context = adopted.context(new RenderListener() {});
        deleting.add(key);
        RenderRuntime.get()
                .engine()
                .delete(adopted.known(), context)
                .whenComplete((nothing, error) -> deleting.remove(key));
    }

    /** Takes a render off the list, whatever becomes of it at the service. */
    void forget(OpenRender open) {
        OpenRenders.get().remove(open.record().key());
    }
}
