package dev.vigil.cli;

import dev.vigil.core.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** What each command gets: the rooms behind it and the terminal before it. */
record Door(Rooms rooms, Terminal terminal) {
    /** Bytes of a file or of standard input that are read at most. */
    static final int MOST = 16 << 20;

    void say(String line) {
        terminal.out().println(line);
    }

    /** One line on standard error. */
    void complain(String line) {
        terminal.err().println(Show.plain(line));
    }

    Path path(String name) {
        try {
            return terminal.cwd().resolve(name).normalize();
        } catch (InvalidPathException e) {
            throw new Trouble("\"" + Show.plain(name) + "\" is no path.", e);
        }
    }

    /** The name under which {@link #text} complains. */
    static String title(String file) {
        return file.equals("-") ? "standard input" : file;
    }

    /**
     * The text of a file, or of standard input for {@code -}.
     *
     * @throws Trouble if it cannot be read, is no UTF-8 or is larger than {@value #MOST} bytes
     */
    String text(String file) {
        byte[] bytes;
        try (InputStream in = file.equals("-") ? terminal.in() : Files.newInputStream(path(file))) {
            bytes = in.readNBytes(MOST + 1);
        } catch (IOException e) {
            throw new Trouble(unreadable(file), e);
        }
        if (bytes.length > MOST) {
            throw new Trouble(title(file) + " is larger than " + (MOST >> 20) + " MB; split it.");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Trouble(title(file) + " is no UTF-8 text; save it as UTF-8.", e);
        }
    }

    private String unreadable(String file) {
        if (file.equals("-")) {
            return "Standard input cannot be read.";
        }
        Path path = path(file);
        if (!Files.exists(path)) {
            return "There is no " + path + ".";
        }
        return Files.isDirectory(path) ? path + " is a folder, not a file." : path + " cannot be read.";
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
