package io.jenkins.plugins.videogeneration.run;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Item;
import hudson.model.listeners.ItemListener;
import io.jenkins.plugins.videogeneration.budget.Budget;
import io.jenkins.plugins.videogeneration.render.DurableFile;
import io.jenkins.plugins.videogeneration.render.RecordJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * The renders that were asked for and not brought home: a small file for each, beside the journals in the folders of the
 * builds. It is written with the intent, before anything is paid, and removed when the video is delivered, or deleted, or
 * sure not to exist. So what is left can be listed without looking into every build, and is known even when its build
 * was deleted.
 */
@Extension
@Restricted(NoExternalUse.class)
public class OpenRenders {

    private static final Logger LOGGER = Logger.getLogger(OpenRenders.class.getName());
    private static final String FOLDER = "video-generation/open";
    private static final String ENDING = ".json";
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]+");

    /** What the files say of the videos, by key: each render that ends looks for the others of its video. */
    private Map<String, Video> videos;

    private record Video(String service, String id) {
        static Video of(OpenRender open) {
            return new Video(open.record().request().service(), open.videoId());
        }
    }

    public static OpenRenders get() {
        return ExtensionList.lookupSingleton(OpenRenders.class);
    }

    /** Notes a render, or what is new about it. */
    public synchronized void put(OpenRender open) throws IOException {
        String key = open.record().key();
        videos().put(key, Video.of(open));
        DurableFile.replace(file(key), RecordJson.write(open));
    }

    /** @return the render of that key, or nothing if it is not open */
    public Optional<OpenRender> find(String key) {
        // a key may come from a form, and shall not lead anywhere else
        boolean isKey = key != null && KEY.matcher(key).matches();
        return isKey ? read(file(key)) : Optional.empty();
    }

    /** All of them, oldest first; one whose file can't be read is left out and logged. */
    public List<OpenRender> all() {
        List<OpenRender> all = new ArrayList<>();
        if (Files.isDirectory(folder())) {
            try (Stream<Path> files = Files.list(folder())) {
                files.filter(file -> file.toString().endsWith(ENDING))
                        .forEach(file -> read(file).ifPresent(all::add));
            } catch (IOException e) {
                LOGGER.log(Level.WARNING, e, () -> "Cannot list " + folder());
            }
        }
        all.sort(Comparator.comparing(open -> open.record().intendedAt()));
        return all;
    }

    /** For a render of which nothing is left to be brought home. */
    public synchronized void remove(String key) {
        videos().remove(key);
        try {
            Files.deleteIfExists(file(key));
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Cannot delete " + file(key));
        }
    }

    /** For a video that was brought home or deleted, whichever build has asked for it. */
    synchronized void settled(String service, String videoId) {
        Video settled = new Video(service, videoId);
        videos().entrySet().stream()
                .filter(open -> open.getValue().equals(settled))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(this::remove);
    }

    /** Read once; from then on they are kept up to date. */
    private Map<String, Video> videos() {
        if (videos == null) {
            videos = new HashMap<>();
            all().forEach(open -> videos.put(open.record().key(), Video.of(open)));
        }
        return videos;
    }

    private synchronized void moved(String oldJob, String newJob) {
        for (OpenRender open : all()) {
            if (open.job().equals(oldJob)) {
                try {
                    put(open.movedTo(newJob));
                } catch (IOException e) {
                    LOGGER.log(Level.WARNING, e, () -> "Cannot note that " + oldJob + " is now " + newJob);
                }
            }
        }
    }

    private static Optional<OpenRender> read(Path file) {
        try {
            return Optional.of(RecordJson.read(Files.readAllBytes(file), OpenRender.class));
        } catch (NoSuchFileException e) {
            // not open, or not any more
            return Optional.empty();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Cannot read " + file);
            return Optional.empty();
        }
    }

    private static Path file(String key) {
        return folder().resolve(key + ENDING);
    }

    private static Path folder() {
        return Jenkins.get().getRootDir().toPath().resolve(FOLDER);
    }

    /** Jobs are renamed and moved while their renders go on. */
    @Extension
    @Restricted(NoExternalUse.class)
    public static class Moves extends ItemListener {

        @Override
        public void onLocationChanged(Item item, String oldFullName, String newFullName) {
            OpenRenders.get().moved(oldFullName, newFullName);
            Budget.get().moved(oldFullName, newFullName);
        }
    }
}
