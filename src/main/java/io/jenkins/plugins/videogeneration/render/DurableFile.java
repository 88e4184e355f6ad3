package io.jenkins.plugins.videogeneration.render;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Writes that a crash neither loses nor leaves half done. */
public final class DurableFile {

    private DurableFile() {}

    /**
     * Gives a file a new content in one step: it is written beside it, forced to the disk, and takes its place.
     *
     * @param file is made if it is missing, and so is its folder; two writers of one file have to take turns
     */
    public static void replace(Path file, byte[] content) throws IOException {
        Path folder = folderOf(file);
        Path next = file.resolveSibling(file.getFileName() + ".next");
        write(next, content, StandardOpenOption.TRUNCATE_EXISTING);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(folder);
    }

    /**
     * Gives a file that was written its name, in one step, once its content is on the disk.
     *
     * @param to on the same disk; is replaced
     */
    public static void rename(Path from, Path to) throws IOException {
        force(from);
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(Objects.requireNonNull(to.toAbsolutePath().getParent(), "a file has a folder"));
    }

    /** Sees to it that a file that somebody else wrote is on the disk, under its name. */
    public static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        forceFolder(folderOf(file));
    }

    /** Adds to the end of a file; a crash may leave the begin of what was added. */
    public static void append(Path file, byte[] content) throws IOException {
        Path folder = folderOf(file);
        boolean isNew = !Files.exists(file);
        write(file, content, StandardOpenOption.APPEND);
        if (isNew) {
            forceFolder(folder);
        }
    }

    private static Path folderOf(Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
        return Files.createDirectories(folder);
    }

    private static void write(Path file, byte[] content, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** The new name is durable only when the folder is; where folders can't be opened (Windows) they need not be. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // the content itself is on the disk; an older one under its name is the worst that can be left
        }
    }
}
