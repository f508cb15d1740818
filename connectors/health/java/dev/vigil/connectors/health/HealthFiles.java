package dev.vigil.connectors.health;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeMap;

/** Finds the files of a source. */
final class HealthFiles {
    static final int MOST = 100_000;
    private static final int DEEPEST = 32;

    private HealthFiles() {}

    /**
     * One file.
     *
     * @param shown its path within the source, for the person
     */
    record Found(Path path, String shown, long size, long modified) {}

    /**
     * The file itself, or all files below the folder in the order of their names. Hidden ones and what a phone's export
     * carries beside its data ({@code workout-routes}, {@code electrocardiograms}, {@code export_cda.xml}) are left out,
     * links to folders are not followed.
     *
     * @throws IOException if it cannot be read at all
     */
    static List<Found> under(Path place) throws IOException {
        BasicFileAttributes root = Files.readAttributes(place, BasicFileAttributes.class);
        if (!root.isDirectory()) {
            return List.of(found(place, place.getFileName().toString(), root));
        }
        TreeMap<String, Found> files = new TreeMap<>();
        Files.walkFileTree(
                place, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEEPEST, new Visitor(place, files));
        return new ArrayList<>(files.values());
    }

    private static Found found(Path path, String shown, BasicFileAttributes attributes) {
        return new Found(
                path,
                PlainText.of(shown, 300),
                attributes.size(),
                attributes.lastModifiedTime().toMillis());
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final Path place;
        private final TreeMap<String, Found> files;

        Visitor(Path place, TreeMap<String, Found> files) {
            this.place = place;
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name =
                    folder.getFileName() == null ? "" : folder.getFileName().toString();
            boolean left = !folder.equals(place)
                    && (name.startsWith(".") || name.equals("workout-routes") || name.equals("electrocardiograms"));
            return left ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String name = file.getFileName().toString();
            if (name.startsWith(".") || name.equals("export_cda.xml")) {
                return FileVisitResult.CONTINUE;
            }
            BasicFileAttributes real = attributes.isSymbolicLink() && Files.isRegularFile(file)
                    ? Files.readAttributes(file, BasicFileAttributes.class)
                    : attributes;
            if (real.isRegularFile()) {
                String shown = place.relativize(file).toString();
                files.put(shown, found(file, shown, real));
            }
            return files.size() < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && file.equals(place)) {
                throw e;
            }
            String shown = place.relativize(file).toString();
            files.put(shown, new Found(file, PlainText.of(shown, 300), -1, -1));
            return FileVisitResult.CONTINUE;
        }
    }
}
