package dev.vigil.connectors.health;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Reads the entries of a zip file that are understood and passes over the others (routes, pictures). A zip that was cut
 * off has lost its directory and is read from its start instead. Archives within archives are not opened.
 */
final class Archive {
    static final int MOST_ENTRIES = 100_000;
    /** Apple's XML packs about 1:30; what packs more than 250 times was made to hurt. */
    static final long MOST_TIMES = 250;

    private static final long SLACK = 16L << 20;
    private static final long MOST_BYTES = 64L << 30;

    private final Path file;
    private final String shown;
    private final Intake intake;
    private final HealthFile reader;
    private long left;
    private int entries;
    private boolean understood;

    Archive(Path file, String shown, Intake intake, HealthFile reader) throws IOException {
        this.file = file;
        this.shown = shown;
        this.intake = intake;
        this.reader = reader;
        this.left = Math.min(MOST_BYTES, SLACK + MOST_TIMES * Files.size(file));
    }

    void read() throws IOException {
        try (ZipFile zip = open()) {
            if (zip == null) {
                stream();
            } else {
                directory(zip);
            }
        } catch (IOException e) {
            refuse(Damage.clause(e));
            return;
        }
        if (!understood) {
            refuse("is a zip that holds nothing understood; " + Format.UNDERSTOOD);
        }
    }

    /** Null if it has no readable directory. */
    private ZipFile open() throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException e) {
            return null;
        }
    }

    private void directory(ZipFile zip) throws IOException {
        for (Iterator<? extends ZipEntry> all = zip.entries().asIterator(); all.hasNext(); ) {
            ZipEntry entry = all.next();
            try (InputStream in = zip.getInputStream(entry)) {
                // A damaged entry was refused and says nothing of the next; a bomb does.
                if (entry(entry, new Counted(in)) instanceof Unreadable) {
                    return;
                }
            } catch (ZipException e) {
                intake.enter(name(entry), () -> 0);
                intake.refuse(Damage.clause(e));
            }
        }
    }

    private void stream() throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            Counted in = new Counted(zip);
            for (ZipEntry entry = next(zip); entry != null; entry = next(zip)) {
                if (entry(entry, in) != null) {
                    return;
                }
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
        throw new EOFException("a zip without its directory");
    }

    private static ZipEntry next(ZipInputStream zip) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (IllegalArgumentException e) {
            throw new ZipException("a name in no known encoding");
        }
    }

    /** Reads an entry; returns why it broke off, after that was refused, or null. */
    private IOException entry(ZipEntry entry, Counted in) throws IOException {
        if (++entries > MOST_ENTRIES) {
            throw new Unreadable("holds more than " + MOST_ENTRIES + " files");
        }
        if (entry.isDirectory()) {
            return null;
        }
        try {
            understood |= reader.readEntry(in, name(entry));
        } catch (IOException e) {
            intake.enter(name(entry), () -> 0);
            intake.refuse(Damage.clause(e));
        }
        return in.failure;
    }

    private String name(ZipEntry entry) {
        return shown + "/" + PlainText.of(entry.getName(), 200);
    }

    private void refuse(String why) {
        intake.enter(shown, () -> 0);
        intake.refuse(why);
    }

    /** Counts what is unpacked, over all entries together, so that entries that share their bytes count each time. */
    private final class Counted extends InputStream {
        private final InputStream in;
        private IOException failure;

        Counted(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int at, int length) throws IOException {
            try {
                int count = in.read(to, at, length);
                left -= Math.max(0, count);
                if (left < 0) {
                    throw new Unreadable("unpacks to more than " + MOST_TIMES + " times its size or 64 GB");
                }
                return count;
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }
}
