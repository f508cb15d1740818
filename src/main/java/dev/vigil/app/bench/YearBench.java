package dev.vigil.app.bench;

import dev.vigil.engine.Bench;
import dev.vigil.engine.Replays;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * A whole year replayed: 50,000 mails in an mbox, 5 million health samples in a CSV file, 100 watches. Files are read,
 * judged and told as in any replay. {@code vigil bench year [PERCENT]} takes a part of it.
 */
public final class YearBench implements Bench {
    private static final DateTimeFormatter MAIL_DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final long YEAR = 365L * 86_400;

    private final Replays replays;

    public YearBench(Replays replays) {
        this.replays = replays;
    }

    @Override
    public String about() {
        return "a year replayed: 50,000 mails, 5 million health samples, 100 watches";
    }

    @Override
    public void run(List<String> args, PrintStream out, PrintStream progress) {
        int percent = args.isEmpty() ? 100 : Integer.parseInt(args.get(0));
        try {
            Path dir = Files.createTempDirectory("vigil-year");
            try {
                progress.println("writing the year …");
                write(dir, 500 * percent, 50_000 * percent);
                progress.println("replaying it …");
                long began = System.nanoTime();
                AtomicLong told = new AtomicLong();
                replays.replay(dir, one -> told.incrementAndGet(), progress::println);
                double seconds = (System.nanoTime() - began) / 1e9;
                out.printf(
                        Locale.ROOT,
                        "mails %,d   samples %,d   watches 100   notices %,d   %.1f s   peak memory %,d MB%n",
                        500 * percent,
                        50_000 * percent,
                        told.get(),
                        seconds,
                        Resident.peakMegabytes());
            } finally {
                delete(dir);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path dir, int mails, int samples) throws IOException {
        Files.writeString(
                dir.resolve("clock.json"),
                "{\"from\":\"2026-01-01T00:00\",\"to\":\"2026-12-31T23:00\",\"zone\":\"Europe/London\"}");
        try (BufferedWriter watches = Files.newBufferedWriter(dir.resolve("watches.jsonl"))) {
            watches(watches);
        }
        Files.createDirectories(dir.resolve("mail"));
        Invented invented = new Invented(11);
        try (BufferedWriter mbox = Files.newBufferedWriter(dir.resolve("mail/year.mbox"))) {
            for (int i = 0; i < mails; i++) {
                mail(mbox, invented, i, Invented.START.plusSeconds(YEAR * i / mails));
            }
        }
        Files.createDirectories(dir.resolve("health"));
        try (BufferedWriter csv = Files.newBufferedWriter(dir.resolve("health/year.csv"))) {
            csv.write("time,metric,value,unit,end\n");
            samples(csv, samples);
        }
    }

    private static void mail(BufferedWriter mbox, Invented invented, int number, Instant at) throws IOException {
        var mail = invented.mail(number, at);
        String date = MAIL_DATE.format(at);
        mbox.write("From - Thu Jan  1 00:00:00 2026\n"
                + "Received: from a.example by b.example; " + date + "\nDate: " + date + "\nMessage-ID: <"
                + mail.messageId()
                + ">\nFrom: " + mail.from().name() + " <" + mail.from().email() + ">\nTo: me@bench.example\nSubject: "
                + mail.subject().replace("\n", " ") + "\nContent-Type: text/plain; charset=utf-8\n\n" + mail.text()
                + "\n\n");
    }

    /** Nine heart rates to one count of steps, evenly over the year. */
    private static void samples(BufferedWriter csv, int samples) throws IOException {
        Random random = new Random(13);
        for (int i = 0; i < samples; i++) {
            Instant at = Invented.START.plusMillis(YEAR * 1000 / samples * i);
            if (i % 10 == 0) {
                csv.write(at + ",steps," + random.nextInt(40) + ",count," + at.plusSeconds(30) + "\n");
            } else {
                int value = 60 + random.nextInt(12) + (i % 30_000 < 60 ? 45 : 0);
                csv.write(at + ",heart_rate," + value + ",bpm,\n");
            }
        }
    }

    private static void watches(BufferedWriter out) throws IOException {
        Invented invented = new Invented(17);
        for (int i = 0; i < 70; i++) {
            out.write("{\"kind\":\"watch\",\"watch\":{\"when\":[{\"on\":\"mail\",\"about\":\""
                    + invented.asksMail().about() + "\"}],\"then\":[{\"do\":\"notify\"}],\"repeat\":\"always\"}}\n");
        }
        for (int i = 0; i < 15; i++) {
            out.write("{\"kind\":\"watch\",\"watch\":{\"when\":[{\"on\":\"health\",\"metric\":\"heart_rate\",\"is\":"
                    + (i % 3 == 0 ? "\"elevated\"" : "\"above\",\"value\":" + (90 + i))
                    + ",\"for\":\"PT" + (2 + i) + "M\"}],\"then\":[{\"do\":\"notify\"}],\"repeat\":\"always\"}}\n");
        }
        for (int i = 0; i < 15; i++) {
            out.write("{\"kind\":\"watch\",\"watch\":{\"when\":[{\"on\":\"time\",\"every\":\"FREQ=DAILY\",\"times\":[\""
                    + String.format(Locale.ROOT, "%02d:30", 6 + i)
                    + "\"]}],\"if\":[{\"state\":{\"on\":\"health\",\"metric\":\"steps\",\"is\":\"below\",\"value\":"
                    + (4000 + 500 * i)
                    + ",\"over\":\"day\"}}],\"then\":[{\"do\":\"notify\"}],\"repeat\":\"always\"}}\n");
        }
    }

    private static void delete(Path dir) throws IOException {
        try (Stream<Path> all = Files.walk(dir)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
