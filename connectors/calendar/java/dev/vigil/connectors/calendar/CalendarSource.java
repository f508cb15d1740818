package dev.vigil.connectors.calendar;

import dev.vigil.core.fact.Arrival;
import dev.vigil.core.fact.CalendarItem;
import dev.vigil.core.port.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** A calendar file, or a folder of them. A file is parsed again when its bytes have changed. */
final class CalendarSource implements Source {
    /** So many arrivals are held at most, but for those of one file. */
    private static final int MOST_PENDING = 100_000;

    private final Path root;
    private final String calendar;
    private final Set<String> me;
    /** Where the last look ended, so that a cursor need not be read again in which a hundred thousand events are. */
    private Position last;

    private record Position(String cursor, Seen seen) {}

    /** @param calendar the person's own name for it; null = what the file says */
    CalendarSource(Path root, String calendar, Set<String> me) {
        this.root = root;
        this.calendar = calendar;
        this.me = me;
    }

    @Override
    public void look(String cursor, Sink sink) {
        if (last == null || !Objects.equals(last.cursor(), cursor)) {
            last = new Position(cursor, Seen.read(cursor));
        }
        NavigableMap<String, Path> files = CalendarFiles.find(root);
        if (files.size() == CalendarFiles.MOST) {
            sink.refused(root.toString(), "more than " + CalendarFiles.MOST + " files; the rest was left out");
        }
        Look look = new Look(last, files.keySet(), sink);
        files.forEach(look::read);
        last = look.report();
    }

    @Override
    public void close() {
        // nothing is held open between looks
    }

    /** One look at the files. */
    private final class Look {
        private final Map<String, Seen.File> now;
        private final Sink sink;
        private final List<FileChanges> changes = new ArrayList<>();
        private final List<CalendarItem> pending = new ArrayList<>();
        private Position position;
        private boolean moved;

        Look(Position start, Set<String> files, Sink sink) {
            this.position = start;
            this.now = new TreeMap<>(start.seen().files());
            this.sink = sink;
            this.moved = now.keySet().retainAll(files) || start.cursor() == null;
        }

        void read(String name, Path file) {
            Seen.File before = now.get(name);
            try {
                byte[] bytes = CalendarFiles.read(file);
                String digest = Digests.of(bytes);
                if (before == null || !before.digest().equals(digest)) {
                    parse(name, file, bytes, digest, before);
                }
            } catch (CalendarFiles.Unreadable e) {
                String unread = "unread:" + e.getMessage() + changed(file);
                if (before == null || !before.digest().equals(unread)) {
                    sink.refused(name, e.getMessage());
                    now.put(name, new Seen.File(unread, before == null ? List.of() : before.events()));
                    moved = true;
                }
            }
            if (pending.size() >= MOST_PENDING) {
                report();
            }
        }

        private void parse(String name, Path file, byte[] bytes, String digest, Seen.File before) {
            Instant written = changed(file).truncatedTo(ChronoUnit.SECONDS);
            Refusals refusals = new Refusals();
            List<CalendarItem> items = new ArrayList<>();
            for (CalendarItem item : IcsReader.read(
                    IcsReader.decode(bytes),
                    new IcsReader.Origin(null, calendar == null ? plain(name) : calendar, written, me),
                    refusals)) {
                items.add(calendar == null ? item : Revisions.inCalendar(item, calendar));
            }
            refusals.all().forEach(each -> sink.refused(name + ":" + each.line(), each.why()));
            FileChanges change = new FileChanges(items, before, written, refusals.isComplete());
            pending.addAll(change.changed());
            changes.add(change);
            now.put(name, new Seen.File(digest, change.seen()));
            moved = true;
        }

        /** Reports what is new and what has vanished, oldest first, and moves the cursor if it must. */
        Position report() {
            Set<String> present = new HashSet<>();
            now.values()
                    .forEach(file -> file.events().stream()
                            .filter(each -> !each.gone())
                            .forEach(each -> present.add(each.key())));
            for (FileChanges change : changes) {
                pending.addAll(change.vanished(present));
            }
            pending.sort(Comparator.comparing(CalendarItem::stamp));
            for (CalendarItem item : pending) {
                sink.arrived(new Arrival("calendar", Digests.ofRevision(item), item.stamp(), item));
            }
            pending.clear();
            changes.clear();
            if (moved) {
                Seen seen = new Seen(new TreeMap<>(now));
                position = new Position(seen.cursor(), seen);
                moved = false;
            }
            sink.reached(position.cursor());
            return position;
        }

        private static Instant changed(Path file) {
            try {
                return Files.getLastModifiedTime(file).toInstant();
            } catch (IOException e) {
                return Instant.EPOCH;
            }
        }

        private static String plain(String name) {
            String file = name.substring(name.lastIndexOf('/') + 1);
            return file.lastIndexOf('.') > 0 ? file.substring(0, file.lastIndexOf('.')) : file;
        }
    }
}
