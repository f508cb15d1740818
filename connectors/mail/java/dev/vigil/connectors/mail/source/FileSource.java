package dev.vigil.connectors.mail.source;

import dev.vigil.connectors.mail.MailParser;
import dev.vigil.connectors.mail.source.MailFile.Holds;
import dev.vigil.core.Trouble;
import dev.vigil.core.port.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mail in files: a folder of messages (and what lies below it), an mbox file, a Maildir. */
public final class FileSource implements Source {
    private static final Logger LOG = LoggerFactory.getLogger(FileSource.class);

    /** The cursor is told after so many messages, so that an interrupted first look need not start over. */
    private static final int STEP = 200;

    private final Path root;
    private final MailParser parser;

    public FileSource(Path root, MailParser parser) {
        this.root = root;
        this.parser = parser;
    }

    @Override
    public void look(String cursor, Sink sink) {
        Reporter reporter = new Reporter(parser, sink);
        FileCursor known = FileCursor.parse(cursor);
        List<MailFile> messages = new ArrayList<>();
        List<MailFile> boxes = new ArrayList<>();
        for (MailFile file : list(reporter)) {
            (file.holds() == Holds.MBOX ? boxes : messages).add(file);
        }
        readMessages(messages, known, reporter, sink);
        known.keepOnlyBoxes(boxes);
        for (MailFile box : boxes) {
            readBox(box, known, reporter, sink);
        }
        sink.reached(known.toString());
    }

    private List<MailFile> list(Reporter reporter) {
        if (!Files.exists(root)) {
            throw new Trouble("There is no file or folder at " + root + "; check the path.");
        }
        try {
            return MailFolder.list(root, reporter);
        } catch (IOException e) {
            throw new Trouble("The folder " + root + " cannot be read; check its permissions.", e);
        }
    }

    private void readMessages(List<MailFile> files, FileCursor known, Reporter reporter, Sink sink) {
        Map<Integer, Long> present = new HashMap<>();
        Map<Integer, Integer> waiting = new HashMap<>();
        for (MailFile file : files) {
            present.merge(FileCursor.bucket(file), FileCursor.digest(file), (a, b) -> a ^ b);
            waiting.merge(FileCursor.bucket(file), 1, Integer::sum);
        }
        known.keepOnly(present);
        int read = 0;
        for (MailFile file : files) {
            int bucket = FileCursor.bucket(file);
            if (known.knows(bucket, present.get(bucket))) {
                continue;
            }
            if (!readMessage(file, reporter)) {
                waiting.put(bucket, Integer.MAX_VALUE);
            }
            if (waiting.merge(bucket, -1, Integer::sum) == 0) {
                known.bucketRead(bucket, present.get(bucket));
            }
            if (++read % STEP == 0) {
                sink.reached(known.toString());
            }
        }
    }

    /** @return false if the file could not be opened, so that the next look tries again */
    private static boolean readMessage(MailFile file, Reporter reporter) {
        if (file.size() > MailParser.MAX_MESSAGE) {
            reporter.refuse(file.where(), "the message is larger than " + (MailParser.MAX_MESSAGE >> 20) + " MiB");
            return true;
        }
        try {
            byte[] bytes = Files.readAllBytes(file.path());
            if (file.holds() != Holds.PERHAPS || reporter.isMail(bytes)) {
                reporter.report(file.where(), bytes, file.modified(), file.sent());
            }
            return true;
        } catch (NoSuchFileException e) {
            return true;
        } catch (IOException e) {
            LOG.info("{} cannot be read", file.path(), e);
            reporter.refuse(file.where(), "it cannot be read; check its permissions");
            return false;
        }
    }

    private static void readBox(MailFile box, FileCursor known, Reporter reporter, Sink sink) {
        MboxPosition before = known.box(box);
        if (before != null && before.isUnchanged(box)) {
            return;
        }
        try {
            MboxPosition from = before == null ? MboxPosition.START : before.resume(box);
            int count = from.count();
            long last = from.last();
            long end = from.end();
            try (MboxReader reader = new MboxReader(box.path(), from.end())) {
                while (reader.next()) {
                    count++;
                    last = reader.start();
                    end = reader.end();
                    readBoxed(box, count, reader, reporter);
                    if (count % STEP == 0) {
                        known.boxRead(box, MboxPosition.at(box.path(), end, last, count, Instant.EPOCH));
                        sink.reached(known.toString());
                    }
                }
            }
            known.boxRead(box, MboxPosition.at(box.path(), end, last, count, box.modified()));
        } catch (IOException e) {
            LOG.info("{} cannot be read", box.path(), e);
            reporter.refuse(box.where(), "it cannot be read; check its permissions");
        }
    }

    private static void readBoxed(MailFile box, int number, MboxReader reader, Reporter reporter) {
        String where = box.where() + ", message " + number;
        if (reader.tooLarge()) {
            reporter.refuse(where, "the message is larger than " + (MailParser.MAX_MESSAGE >> 20) + " MiB");
            return;
        }
        Instant otherwise = reader.written() != null ? reader.written() : box.modified();
        reporter.report(where, reader.message(), otherwise, box.sent());
    }

    @Override
    public void close() {
        // Files are closed after each look.
    }
}
