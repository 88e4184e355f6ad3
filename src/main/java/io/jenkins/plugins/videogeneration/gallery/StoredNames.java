package io.jenkins.plugins.videogeneration.gallery;

import hudson.model.Run;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.render.VariantFile;
import java.io.IOException;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jenkins.security.MasterToSlaveCallable;
import jenkins.util.VirtualFile;

/**
 * Which files of some renders are among the artifacts of their build. A store may be far away: it is asked once for all
 * of them, and not at all by who does not want to know.
 */
final class StoredNames {

    private final Run<?, ?> run;
    private final ArrayList<String> names;
    private Set<String> there;

    StoredNames(Run<?, ?> run, List<RenderRecord> records) {
        this.run = run;
        this.names =
                new ArrayList<>(records.stream().flatMap(StoredNames::names).toList());
    }

    private static Stream<String> names(RenderRecord record) {
        Stream<String> pictures = record.pictures().stream().map(VariantFile::name);
        return record.file() == null
                ? pictures
                : Stream.concat(Stream.of(record.file().name(), provenance(record)), pictures);
    }

    /** The file beside a video that tells where it comes from. */
    static String provenance(RenderRecord record) {
        return record.fileName() + ".json";
    }

    synchronized boolean has(String name) throws IOException {
        if (there == null) {
            VirtualFile root = run.getArtifactManager().root();
            there = root.run(new Look(root, names));
        }
        return there.contains(name);
    }

    /** Stores that can do better than one question for each file do so within it. */
    private static final class Look extends MasterToSlaveCallable<Set<String>, IOException> {
        @Serial
        private static final long serialVersionUID = 1L;

        private final VirtualFile root;
        private final ArrayList<String> names;

        Look(VirtualFile root, ArrayList<String> names) {
            this.root = root;
            this.names = names;
        }

        @Override
        public Set<String> call() throws IOException {
            Set<String> found = new TreeSet<>();
            for (String name : names) {
                if (root.child(name).isFile()) {
                    found.add(name);
                }
            }
            return found;
        }
    }
}
