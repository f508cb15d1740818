package dev.vigil.app;

import dev.vigil.core.Trouble;
import dev.vigil.engine.Seal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals with AES-256 in Galois/Counter Mode under a key that lies beside the database, readable by its owner only. */
final class KeySeal implements Seal {
    private static final String FORM = "v1:";
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private final Path file;
    private final SecureRandom random = new SecureRandom();

    /** @param file made with a fresh key when something is first sealed */
    KeySeal(Path file) {
        this.file = file;
    }

    @Override
    public String seal(String secret) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, key(true), nonce, 0).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] both = ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return FORM + Base64.getEncoder().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new Trouble("This Java cannot encrypt (AES/GCM); use another one.", e);
        }
    }

    @Override
    public String unseal(String sealed) {
        try {
            if (!sealed.startsWith(FORM)) {
                throw new GeneralSecurityException("unknown form");
            }
            byte[] both = Base64.getDecoder().decode(sealed.substring(FORM.length()));
            if (both.length < NONCE) {
                throw new GeneralSecurityException("too short");
            }
            byte[] plain = cipher(Cipher.DECRYPT_MODE, key(false), both, 0).doFinal(both, NONCE, both.length - NONCE);
            return new String(plain, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Trouble(
                    "A stored password does not open with the key in " + file + "; remove its source and add it again.",
                    e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, int from) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce, from, NONCE));
        return cipher;
    }

    private byte[] key(boolean make) {
        try {
            if (make && !Files.exists(file)) {
                make();
            }
            byte[] key = Files.readAllBytes(file);
            if (key.length != KEY) {
                throw new Trouble(file + " is no key; put the right one back, or remove it and add the sources again.");
            }
            return key;
        } catch (IOException e) {
            throw new Trouble(
                    "The key " + file + " cannot be read; put it back, or remove the sources with passwords and"
                            + " add them again.",
                    e);
        }
    }

    private void make() throws IOException {
        byte[] key = new byte[KEY];
        random.nextBytes(key);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (SeekableByteChannel channel = Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
            ByteBuffer bytes = ByteBuffer.wrap(key);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (FileAlreadyExistsException e) {
            // Another command made one at the same moment: that one holds.
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }
}
