package dev.vigil.app;

import dev.vigil.core.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;

/** The folder in which everything of one installation lives. */
record Home(Path dir) {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    static Home of(Map<String, String> env) {
        String named = env.getOrDefault("VIGIL_HOME", "");
        try {
            return new Home((named.isBlank()
                            ? Path.of(env.getOrDefault("HOME", System.getProperty("user.home")))
                                    .resolve(".local/share/vigil")
                            : Path.of(named))
                    .toAbsolutePath()
                    .normalize());
        } catch (InvalidPathException e) {
            throw new Trouble("VIGIL_HOME is no path; set it to a folder.", e);
        }
    }

    /** Makes the folder, readable by its owner only, unless it is there. */
    void make() {
        try {
            if (!Files.isDirectory(dir)) {
                Files.createDirectories(dir.getParent());
                Files.createDirectory(dir, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
        if (!Files.isWritable(dir)) {
            throw unwritable(null);
        }
    }

    private Trouble unwritable(IOException cause) {
        return new Trouble(dir + " cannot be written; set VIGIL_HOME to a folder of your own.", cause);
    }

    /** True unless others than the owner may look into the folder. */
    boolean isPrivate() {
        try {
            return Files.getPosixFilePermissions(dir).stream()
                    .allMatch(permission -> permission.name().startsWith("OWNER_"));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** The database's files, without their endings. */
    Path database() {
        return dir.resolve("vigil");
    }

    Path settings() {
        return dir.resolve("vigil.properties");
    }

    Path lock() {
        return dir.resolve("lock");
    }

    Path socket() {
        return dir.resolve("socket");
    }

    Path log() {
        return dir.resolve("log").resolve("vigil.log");
    }
}
