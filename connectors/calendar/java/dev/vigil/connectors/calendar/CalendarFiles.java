package dev.vigil.connectors.calendar;

import dev.vigil.core.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Finds a source's files and reads them, within bounds. */
final class CalendarFiles {
    static final int LARGEST = 50 * 1024 * 1024;
    static final int MOST = 20_000;
    private static final int DEEPEST = 20;
    private static final Set<String> ENDINGS = Set.of("ics", "ical", "icalendar");

    private CalendarFiles() {}

    /** A file that is not read, and why. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String why) {
            super(why);
        }

        Unreadable(String why, Throwable cause) {
            super(why, cause);
        }
    }

    /**
     * The files of a source by the name that they have within it, in order.
     *
     * @throws Trouble if there is nothing at the path or it cannot be listed
     */
    static NavigableMap<String, Path> find(Path root) {
        NavigableMap<String, Path> files = new TreeMap<>();
        if (Files.isRegularFile(root)) {
            files.put(String.valueOf(root.getFileName()), root);
            return files;
        }
        if (!Files.isDirectory(root)) {
            throw new Trouble("There is no calendar at " + root + "; check the path.");
        }
        try {
            Files.walkFileTree(
                    root, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEEPEST, new Finder(root, files));
        } catch (IOException e) {
            throw new Trouble("The folder " + root + " cannot be listed; check who may read it.", e);
        }
        return files;
    }

    /** The file's bytes. */
    static byte[] read(Path file) throws Unreadable {
        try {
            if (Files.size(file) > LARGEST) {
                throw new Unreadable("larger than " + LARGEST / (1024 * 1024) + " MiB");
            }
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(LARGEST + 1);
                if (bytes.length > LARGEST) {
                    throw new Unreadable("larger than " + LARGEST / (1024 * 1024) + " MiB");
                }
                return bytes;
            }
        } catch (IOException e) {
            throw new Unreadable("it cannot be read; check who may read it", e);
        }
    }

    private static final class Finder extends SimpleFileVisitor<Path> {
        private final Path root;
        private final NavigableMap<String, Path> files;

        Finder(Path root, NavigableMap<String, Path> files) {
            this.root = root;
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean hidden =
                    !folder.equals(root) && String.valueOf(folder.getFileName()).startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = String.valueOf(file.getFileName());
            String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            if (!name.startsWith(".") && ENDINGS.contains(ending) && Files.isRegularFile(file)) {
                files.put(root.relativize(file).toString().replace('\\', '/'), file);
            }
            return files.size() < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE; // a folder that may not be entered costs no other
        }
    }
}
