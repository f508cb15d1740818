package dev.vigil.connectors.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.core.fact.CalendarItem;
import dev.vigil.core.fact.Occurrence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Calendars that others wrote, malformed ones included; the folder is given by the property {@code vigil.realdata}. */
@Tag("realdata")
class RealCalendarsTest {
    private static final ZoneId PERSON = ZoneId.of("Europe/London");
    private final Path folder = Path.of(System.getProperty("vigil.realdata", "missing"), "ics");

    @Test
    void every_file_is_read_and_expanded_without_a_crash() throws IOException {
        int files = 0;
        int events = 0;
        List<String> refused = new ArrayList<>();
        for (Path file : files(".ics")) {
            Refusals refusals = new Refusals();
            List<CalendarItem> items = read(file, refusals);
            refusals.all().forEach(each -> refused.add(file.getFileName() + ":" + each.line() + " " + each.why()));
            expand(items, Instant.parse("1990-01-01T00:00:00Z"), Instant.parse("2040-01-01T00:00:00Z"), 500);
            files++;
            events += items.size();
        }
        System.out.println(files + " files, " + events + " revisions, " + refused.size() + " refused");
        refused.forEach(System.out::println);
        assertThat(files).isPositive();
        assertThat(events).isGreaterThan(files);
    }

    @Test
    void expected_days_beside_a_file_are_found() throws IOException {
        Map<String, String> wrong = new TreeMap<>();
        int compared = 0;
        for (Path gold : files(".recurson.ref")) {
            Path file = gold.resolveSibling(gold.getFileName().toString().replace(".recurson.ref", ""));
            List<LocalDate> expected = Files.readAllLines(gold).stream()
                    .filter(each -> !each.isBlank())
                    .map(LocalDate::parse)
                    .toList();
            if (Files.exists(file)) {
                compared++;
                List<LocalDate> found = days(read(file, new Refusals()), expected.get(expected.size() - 1));
                if (!found.equals(expected)) {
                    wrong.put(file.getFileName().toString(), found + " instead of " + expected);
                }
            }
        }
        System.out.println(compared + " files with expected days");
        assertThat(compared).isPositive();
        assertThat(wrong).isEmpty();
    }

    @Test
    void expected_counts_within_a_file_are_found() throws IOException {
        Map<String, String> wrong = new TreeMap<>();
        int compared = 0;
        for (Path file : files(".ics")) {
            String text = IcsReader.decode(Files.readAllBytes(file));
            Matcher count = Pattern.compile("X-EXPECT-NUMEVENTS: *(\\d+)").matcher(text);
            // one file says another number than the list beside it, which fits the file's own description
            boolean isListed = Files.exists(file.resolveSibling(file.getFileName() + ".recurson.ref"));
            if (!isListed && count.find()) {
                compared++;
                // the lists' author counted up to the last second of 32-bit time
                Instant end = Instant.ofEpochSecond(Integer.MAX_VALUE);
                int found = expand(read(file, new Refusals()), Instant.EPOCH, end, 10_000)
                        .size();
                if (found != Integer.parseInt(count.group(1))) {
                    wrong.put(file.getFileName().toString(), found + " instead of " + count.group(1));
                }
            }
        }
        System.out.println(compared + " files with expected counts");
        assertThat(compared).isPositive();
        assertThat(wrong).isEmpty();
    }

    private static List<LocalDate> days(List<CalendarItem> items, LocalDate last) {
        ZoneId zone = items.get(0).start().zone() == null
                ? ZoneOffset.UTC
                : items.get(0).start().zone();
        Instant end = last.plusDays(1).atStartOfDay(zone).toInstant();
        Set<LocalDate> days = new TreeSet<>();
        expand(items, Instant.EPOCH, end, 100_000)
                .forEach(each -> days.add(each.start().withZoneSameInstant(zone).toLocalDate()));
        return List.copyOf(days);
    }

    private static List<Occurrence> expand(List<CalendarItem> items, Instant from, Instant till, int max) {
        Map<String, List<CalendarItem>> byUid =
                items.stream().collect(Collectors.groupingBy(CalendarItem::uid, TreeMap::new, Collectors.toList()));
        List<Occurrence> all = new ArrayList<>();
        byUid.values().forEach(each -> all.addAll(new IcalCalendars().expand(each, from, till, PERSON, max)));
        all.sort(Comparator.comparing(each -> each.start().toInstant()));
        return all;
    }

    private static List<CalendarItem> read(Path file, Refusals refusals) throws IOException {
        IcsReader.Origin origin = new IcsReader.Origin(null, "real", Instant.EPOCH, Set.of());
        return IcsReader.read(IcsReader.decode(Files.readAllBytes(file)), origin, refusals);
    }

    private List<Path> files(String ending) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(each -> each.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
