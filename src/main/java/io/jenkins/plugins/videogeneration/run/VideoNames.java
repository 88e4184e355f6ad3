package io.jenkins.plugins.videogeneration.run;

import hudson.Util;
import io.jenkins.plugins.videogeneration.api.InvalidRequestException;
import io.jenkins.plugins.videogeneration.render.PromptName;
import io.jenkins.plugins.videogeneration.render.Provenance;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Names of video files: safe on every system, inside the workspace, and unique in a build. They come from the user or
 * from the prompt, never from a service.
 */
public final class VideoNames {

    static final String EXTENSION = ".mp4";
    private static final int MAX_PATH_LENGTH = 200;
    /** Disks take 255 bytes of a name; what is written beside the video has a longer one. */
    private static final int MAX_NAME_BYTES = 220;
    /** Those of Windows, line ends of all kinds, and what turns the direction of a name around on a page. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069<>:\"|?*\\\\]");

    private static final Pattern WINDOWS_DEVICE =
            Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);

    private VideoNames() {}

    /**
     * @param file a path relative to the workspace, or null for a name made from the prompt
     * @throws InvalidRequestException if it leads out of the workspace or can't be a file's name everywhere
     */
    public static void check(String file) {
        if (file != null) {
            check("file", file);
        }
    }

    /** For a field of a form: nothing is no name, and right. */
    static void checkOptional(String field, String file) {
        if (Util.fixEmptyAndTrim(file) != null) {
            check(field, file.trim());
        }
    }

    static void check(String field, String file) {
        if (file.isBlank()) {
            throw new InvalidRequestException(field, Messages.VideoNames_empty());
        }
        if (file.startsWith("/") || file.matches("[A-Za-z]:.*") || file.startsWith("\\\\")) {
            throw new InvalidRequestException(field, Messages.VideoNames_absolute(shown(file)));
        }
        if (file.length() > MAX_PATH_LENGTH) {
            throw new InvalidRequestException(field, Messages.VideoNames_tooLong(shown(file), MAX_PATH_LENGTH));
        }
        if (FORBIDDEN.matcher(file).find()) {
            throw new InvalidRequestException(field, Messages.VideoNames_forbidden(shown(file)));
        }
        for (String part : file.split("/", -1)) {
            checkPart(field, file, part);
        }
    }

    private static void checkPart(String field, String file, String part) {
        if (part.equals("..")) {
            throw new InvalidRequestException(field, Messages.VideoNames_up(shown(file)));
        }
        if (part.isBlank() || part.equals(".") || part.endsWith(".") || part.startsWith(" ") || part.endsWith(" ")) {
            throw new InvalidRequestException(field, Messages.VideoNames_part(shown(file)));
        }
        if (WINDOWS_DEVICE.matcher(part).matches()) {
            throw new InvalidRequestException(field, Messages.VideoNames_device(shown(file)));
        }
        if (part.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES) {
            throw new InvalidRequestException(field, Messages.VideoNames_longPart(shown(file), MAX_NAME_BYTES));
        }
        requireWritable(field, file, part);
    }

    /** A Jenkins that was started without a locale can write names in ASCII alone. */
    private static void requireWritable(String field, String file, String part) {
        try {
            Path.of(part);
        } catch (InvalidPathException e) {
            throw new InvalidRequestException(field, Messages.VideoNames_unwritable(shown(file)));
        }
    }

    private static String shown(String file) {
        String start = file.length() > 80 ? file.substring(0, 80) + "..." : file;
        return start.replaceAll("\\p{Cntrl}", "?");
    }

    /**
     * A name made from the first words of the prompt, such as {@code a-paper-boat.mp4}, with a number if it is taken.
     *
     * @param taken knows the names that are used in the build
     */
    public static String fromPrompt(String prompt, Predicate<String> taken) {
        String base = PromptName.of(prompt);
        String name = base + EXTENSION;
        for (int number = 2; taken.test(name); number++) {
            name = base + "-" + number + EXTENSION;
        }
        return name;
    }

    /** Whether two videos can't both be delivered: one file, or its provenance or folder, would be the other's. */
    static boolean clash(String one, String other) {
        // some systems take upper and lower case for the same
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        return a.equals(b)
                || a.equals(Provenance.fileName(b))
                || b.equals(Provenance.fileName(a))
                || a.startsWith(b + "/")
                || b.startsWith(a + "/");
    }
}
