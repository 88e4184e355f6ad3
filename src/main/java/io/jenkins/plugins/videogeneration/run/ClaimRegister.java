package io.jenkins.plugins.videogeneration.run;

import hudson.Extension;
import hudson.ExtensionList;
import io.jenkins.plugins.videogeneration.api.Video;
import io.jenkins.plugins.videogeneration.render.LostRender;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.render.VideoClaims;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Whose the videos are that renders of this Jenkins find in the lists of services, whatever their jobs. What is open is
 * known from the {@link OpenRenders}, what was brought home from the {@link SettledVideos}; what was found in this
 * process is kept here, until the journal of its render says the same.
 */
@Extension
@Restricted(NoExternalUse.class)
public class ClaimRegister {

    private record Listed(String service, String videoId) {}

    private final Map<Listed, String> owners = new HashMap<>();
    private final Set<String> awaited = new HashSet<>();

    public static ClaimRegister get() {
        return ExtensionList.lookupSingleton(ClaimRegister.class);
    }

    /** @param key of the render that looks for its video */
    public VideoClaims of(String key, String service) {
        return new VideoClaims() {
            @Override
            public boolean isTaken(String videoId) {
                return ClaimRegister.this.isTaken(new Listed(service, videoId), key);
            }

            @Override
            public boolean claim(Video video, Duration ahead) {
                return ClaimRegister.this.claim(video, ahead, service, key);
            }

            @Override
            public void await(CompletableFuture<Video> answer) {
                ClaimRegister.this.await(key, service, answer);
            }
        };
    }

    private synchronized boolean isTaken(Listed video, String key) {
        String owner = owners.get(video);
        return (owner != null && !owner.equals(key))
                || SettledVideos.get().isOthers(video.service(), video.videoId(), key)
                || OpenRenders.get().all().stream()
                        .map(OpenRender::record)
                        .anyMatch(other ->
                                video.videoId().equals(other.videoId()) && isOther(other, video.service(), key));
    }

    private synchronized boolean claim(Video video, Duration ahead, String service, String key) {
        Listed listed = new Listed(service, video.id());
        if (isTaken(listed, key) || mayBeOthers(video, ahead, service, key)) {
            return false;
        }
        owners.put(listed, key);
        return true;
    }

    /** Of two that asked for the very same either may have it: both wanted this video. */
    private boolean mayBeOthers(Video video, Duration ahead, String service, String key) {
        String wanted = OpenRenders.get()
                .find(key)
                .map(mine -> mine.record().request().fingerprint())
                .orElse("");
        return OpenRenders.get().all().stream()
                .map(OpenRender::record)
                .filter(other -> other.videoId() == null && isOther(other, service, key))
                .filter(other -> awaited.contains(other.key())
                        || !wanted.equals(other.request().fingerprint()))
                .anyMatch(other -> new LostRender(other).mayBe(video, ahead));
    }

    private static boolean isOther(RenderRecord other, String service, String key) {
        return other.request().service().equals(service) && !other.key().equals(key);
    }

    private void await(String key, String service, CompletableFuture<Video> answer) {
        synchronized (this) {
            awaited.add(key);
        }
        answer.whenComplete((video, error) -> answered(key, service, video));
    }

    /** The id of a render is on the disk. */
    synchronized void written(RenderRecord record) {
        owners.remove(new Listed(record.request().service(), record.videoId()));
    }

    private synchronized void answered(String key, String service, Video video) {
        awaited.remove(key);
        if (video != null) {
            owners.put(new Listed(service, video.id()), key);
        }
    }
}
