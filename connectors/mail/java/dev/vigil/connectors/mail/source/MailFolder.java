package dev.vigil.connectors.mail.source;

import dev.vigil.connectors.mail.source.MailFile.Holds;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/** Finds the files with mail below a folder: .eml, .mbox, Maildirs, and .msg or .txt that may be mail. */
final class MailFolder implements FileVisitor<Path> {
    private static final int MAX_DEPTH = 32;
    private static final int MAX_FILES = 500_000;

    private final Path root;
    private final boolean sentRoot;
    private final Reporter reporter;
    private final List<MailFile> files = new ArrayList<>();

    private MailFolder(Path root, Reporter reporter) {
        this.root = root;
        this.sentRoot = root.getFileName() != null
                && FolderNames.isSent(root.getFileName().toString());
        this.reporter = reporter;
    }

    /** Oldest files first. */
    static List<MailFile> list(Path root, Reporter reporter) throws IOException {
        MailFolder folder = new MailFolder(root, reporter);
        Files.walkFileTree(root, EnumSet.noneOf(java.nio.file.FileVisitOption.class), MAX_DEPTH, folder);
        folder.files.sort(Comparator.comparing(MailFile::modified).thenComparing(MailFile::where));
        return folder.files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        if (folder.equals(root)) {
            return FileVisitResult.CONTINUE;
        }
        String name = folder.getFileName().toString();
        if (isMaildir(folder.getParent()) && name.equals("tmp")) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        if (isMaildir(folder)) {
            return FolderNames.isAside(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }
        return name.startsWith(".") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (files.size() >= MAX_FILES) {
            reporter.refuse(root.toString(), "there are more than " + MAX_FILES + " files; the others were not read");
            return FileVisitResult.TERMINATE;
        }
        Holds holds = attributes.isRegularFile() ? holds(file) : null;
        if (holds != null) {
            String where = root.equals(file)
                    ? file.getFileName().toString()
                    : root.relativize(file).toString();
            files.add(new MailFile(
                    file,
                    where,
                    key(file, where),
                    holds,
                    isSent(file),
                    attributes.size(),
                    attributes.lastModifiedTime().toInstant()));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        boolean gone = e instanceof java.nio.file.NoSuchFileException;
        if (!gone) {
            reporter.refuse(root.relativize(file).toString(), "it cannot be opened; check its permissions");
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException e) {
        return FileVisitResult.CONTINUE;
    }

    private static boolean isMaildir(Path folder) {
        return folder != null && Files.isDirectory(folder.resolve("cur")) && Files.isDirectory(folder.resolve("new"));
    }

    private boolean inMaildir(Path file) {
        Path folder = file.getParent();
        String name = folder == null || folder.getFileName() == null
                ? ""
                : folder.getFileName().toString();
        return (name.equals("cur") || name.equals("new")) && isMaildir(folder.getParent());
    }

    private Holds holds(Path file) {
        String name = file.getFileName().toString();
        if (name.startsWith(".")) {
            return null;
        }
        if (inMaildir(file)) {
            return Holds.MESSAGE;
        }
        return switch (extension(name)) {
            case "eml" -> Holds.MESSAGE;
            case "mbox", "mbx" -> Holds.MBOX;
            case "msg" -> startsWithFrom(file) ? Holds.MBOX : Holds.MESSAGE;
            case "txt" -> startsWithFrom(file) ? Holds.MBOX : Holds.PERHAPS;
            case "" -> startsWithFrom(file) ? Holds.MBOX : file.equals(root) ? Holds.MESSAGE : null;
            default -> file.equals(root) ? startsWithFrom(file) ? Holds.MBOX : Holds.MESSAGE : null;
        };
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean startsWithFrom(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(5), StandardCharsets.ISO_8859_1).equals("From ");
        } catch (IOException e) {
            return false;
        }
    }

    /** In a Maildir a message moves from new to cur and gets flags behind its name; it is the same message. */
    private String key(Path file, String where) {
        if (!inMaildir(file)) {
            return where;
        }
        String name = file.getFileName().toString().replaceFirst("[:;!]2,[A-Za-z]*$", "");
        Path maildir = file.getParent().getParent();
        return root.relativize(maildir) + "/" + name;
    }

    private boolean isSent(Path file) {
        if (sentRoot) {
            return true;
        }
        for (Path part : root.relativize(file)) {
            if (FolderNames.isSent(part.toString())) {
                return true;
            }
        }
        return false;
    }
}
