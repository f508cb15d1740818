package dev.vigil.connectors.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.core.fact.CalendarItem;
import dev.vigil.core.fact.Occurrence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each sample calendar against the occurrences written beside it: a line that says the window, then of each event its
 * title and its occurrences in the person's zone.
 */
class GoldenCalendarsTest {
    private static final Path SAMPLES = Path.of("connectors", "calendar", "samples");

    static Stream<Path> samples() throws IOException {
        return Files.list(SAMPLES)
                .filter(each -> each.toString().endsWith(".ics"))
                .sorted();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void a_sample_takes_place_as_written_beside_it(Path sample) throws IOException {
        Path gold = sample.resolveSibling(sample.getFileName().toString().replace(".ics", ".expected"));
        String expected = Files.readString(gold);
        assertThat(shown(sample, expected.lines().findFirst().orElseThrow())).isEqualTo(expected);
    }

    private static String shown(Path sample, String window) throws IOException {
        String[] words = window.split(" ");
        ZoneId person = ZoneId.of(words[5]);
        Instant from = LocalDateTime.parse(words[1]).atZone(person).toInstant();
        Instant till = LocalDateTime.parse(words[3]).atZone(person).toInstant();
        Refusals refusals = new Refusals();
        Map<String, List<CalendarItem>> events = new LinkedHashMap<>();
        for (CalendarItem item : IcsReader.read(
                Files.readString(sample), new IcsReader.Origin(null, "", Instant.EPOCH, Set.of()), refusals)) {
            events.computeIfAbsent(item.uid(), any -> new ArrayList<>()).add(item);
        }
        assertThat(refusals.all()).isEmpty();
        StringBuilder text = new StringBuilder(window + "\n");
        events.forEach((uid, revisions) -> {
            text.append('\n').append(uid).append('\n');
            for (Occurrence each : new IcalCalendars().expand(revisions, from, till, person, 100)) {
                text.append("  ").append(line(each)).append('\n');
            }
        });
        return text.toString();
    }

    private static String line(Occurrence each) {
        String times = each.allDay()
                ? each.start().toLocalDate() + " to " + each.end().toLocalDate()
                : each.start().toOffsetDateTime() + " to " + each.end().toOffsetDateTime();
        return times + "  " + each.item().summary() + (each.slot() == null ? "" : "  #" + each.slot());
    }
}
