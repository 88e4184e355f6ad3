package io.jenkins.plugins.videogeneration.simulator;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What one family of servers does in its own way. The handlers read from it; a further family is a further value, not further code. The
 * values are in {@link Dialects}.
 */
public final class Dialect {

    private final String name;
    private final String basePath;
    private final Set<Operation> operations;
    private final AccessRules access;
    private final RenderRules renders;
    private final ExtensionRules extensions;
    private final LoadRules load;
    private final VideoForm videos;
    private final ContentRules content;
    private final ListRules lists;
    private final DeleteRules deletes;
    private final ErrorRules errors;

    Dialect(DialectBuilder builder) {
        this.name = builder.name;
        this.basePath = builder.basePath;
        this.operations = Set.copyOf(builder.operations);
        this.access = builder.access;
        this.renders = builder.renders;
        this.extensions = builder.extensions;
        this.load = builder.load;
        this.videos = builder.videos;
        this.content = builder.content;
        this.lists = builder.lists;
        this.deletes = builder.deletes;
        this.errors = builder.errors;
    }

    /** The protocol as its first owner published it. */
    public static Dialect reference() {
        return Dialects.reference();
    }

    /**
     * The dialect that people choose by this name.
     *
     * @throws IllegalArgumentException when there is none; the message lists those that there are
     */
    public static Dialect named(String name) {
        return Dialects.all().stream()
                .filter(dialect -> dialect.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no dialect '" + name + "'; known are " + String.join(", ", names())));
    }

    /** The names of all dialects, the reference first. */
    public static List<String> names() {
        Collection<Dialect> all = Dialects.all();
        return all.stream().map(Dialect::name).toList();
    }

    /** The name that people choose it by. */
    public String name() {
        return name;
    }

    /** What comes before {@code /videos}, with a slash in front and none behind. */
    public String basePath() {
        return basePath;
    }

    /** The calls that the server knows. */
    Set<Operation> operations() {
        return operations;
    }

    AccessRules access() {
        return access;
    }

    RenderRules renders() {
        return renders;
    }

    ExtensionRules extensions() {
        return extensions;
    }

    LoadRules load() {
        return load;
    }

    VideoForm videos() {
        return videos;
    }

    ContentRules content() {
        return content;
    }

    ListRules lists() {
        return lists;
    }

    DeleteRules deletes() {
        return deletes;
    }

    ErrorRules errors() {
        return errors;
    }

    /** Whether files are handed out on an origin of their own. */
    boolean hasSignedFiles() {
        return content.transport() == ContentRules.Transport.REDIRECT
                || content.transport() == ContentRules.Transport.JOB_URL;
    }

    @Override
    public String toString() {
        return name;
    }
}
