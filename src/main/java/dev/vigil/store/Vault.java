package dev.vigil.store;

import dev.vigil.core.Trouble;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals passwords with AES-256-GCM (NIST SP 800-38D, a random 96-bit nonce each) under a key of this installation. The
 * key lies beside the database in {@code secret.key}, readable by its owner alone: a copy of the database without it
 * gives no password away.
 */
public final class Vault {
    private static final String FORM = "v1:";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path file;
    private final SecureRandom random = new SecureRandom();

    private Vault(Path file) {
        this.file = file;
    }

    /** @param home the folder of the installation; the key is made in it when it is first needed */
    public static Vault in(Path home) {
        return new Vault(home.resolve("secret.key"));
    }

    /** @return null for null */
    public String seal(String password) {
        if (password == null) {
            return null;
        }
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(password.getBytes(StandardCharsets.UTF_8));
            byte[] whole = ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return FORM + Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new Trouble("The password cannot be sealed on this Java; install another build of it.", e);
        }
    }

    /**
     * @return null for null
     * @throws Trouble if it was sealed with another key or was changed
     */
    public String open(String sealed) {
        if (sealed == null) {
            return null;
        }
        try {
            if (!sealed.startsWith(FORM)) {
                throw new IllegalArgumentException("not a sealed password");
            }
            byte[] whole = Base64.getDecoder().decode(sealed.substring(FORM.length()));
            if (whole.length <= NONCE_BYTES) {
                throw new IllegalArgumentException("too short");
            }
            ByteBuffer parts = ByteBuffer.wrap(whole);
            byte[] nonce = new byte[NONCE_BYTES];
            parts.get(nonce);
            byte[] rest = new byte[parts.remaining()];
            parts.get(rest);
            return new String(cipher(Cipher.DECRYPT_MODE, nonce).doFinal(rest), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Trouble(
                    "A stored password cannot be opened with the key in " + file
                            + "; put the right key back, or remove the source and add it again.",
                    e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private byte[] key() {
        try {
            if (!Files.exists(file)) {
                make();
            }
            if (isPosix(file)) {
                Files.setPosixFilePermissions(file, OWNER_ONLY);
            }
            byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
            if (key.length != KEY_BYTES) {
                throw new IllegalArgumentException("a key of " + key.length + " bytes");
            }
            return key;
        } catch (IllegalArgumentException e) {
            throw new Trouble(
                    "The key in " + file
                            + " is damaged; put a backup of it back, or delete it and add your sources again.",
                    e);
        } catch (IOException e) {
            throw new Trouble("The key " + file + " cannot be read or made; see that its folder is yours.", e);
        }
    }

    /** Written aside and linked into place, so that nobody reads half a key and two processes agree on one. */
    private void make() throws IOException {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path aside = Files.createTempFile(file.toAbsolutePath().getParent(), "secret", ".new");
        try {
            if (isPosix(aside)) {
                Files.setPosixFilePermissions(aside, OWNER_ONLY);
            }
            Files.writeString(aside, Base64.getEncoder().encodeToString(key) + "\n");
            place(aside);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private void place(Path aside) throws IOException {
        try {
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException another) {
            // Another process was first; its key counts.
        } catch (UnsupportedOperationException | IOException noLinks) {
            if (!Files.exists(file)) {
                Files.move(aside, file);
            }
        }
    }

    private static boolean isPosix(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix");
    }
}
