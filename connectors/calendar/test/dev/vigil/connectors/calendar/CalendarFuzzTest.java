package dev.vigil.connectors.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.vigil.core.fact.CalendarItem;
import dev.vigil.core.fact.Occurrence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes come in, the reader ends, throws nothing and makes nothing that cannot be expanded. */
class CalendarFuzzTest {
    private static final Instant FROM = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant TILL = Instant.parse("2040-01-01T00:00:00Z");
    private static final int MOST = 50;

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "20s")
    void calendar(byte[] bytes) {
        List<CalendarItem> items = IcsReader.read(
                IcsReader.decode(bytes),
                new IcsReader.Origin(null, "", FROM, Set.of("me@example.org")),
                new Refusals());
        for (CalendarItem item : items) {
            assertThat(item.uid()).isNotEmpty();
            assertThat(item.start()).isNotNull();
            assertThat(item.end().in(Ics.LONDON)).isAfterOrEqualTo(item.start().in(Ics.LONDON));
            assertThat(Digests.ofRevision(item)).hasSizeLessThan(400);
        }
        Map<String, List<CalendarItem>> byUid = items.stream().collect(Collectors.groupingBy(CalendarItem::uid));
        for (List<CalendarItem> revisions : byUid.values()) {
            List<Occurrence> found = new IcalCalendars().expand(revisions, FROM, TILL, Ics.LONDON, MOST);
            assertThat(found).hasSizeLessThanOrEqualTo(MOST);
            assertThat(found).allMatch(each -> each.start().toInstant().isBefore(TILL));
        }
    }

    /** The samples and the occurrences written beside them, each event also alone. */
    static Stream<Arguments> seeds() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("connectors", "calendar", "samples"))) {
            List<Arguments> seeds =
                    files.sorted().flatMap(CalendarFuzzTest::seed).toList();
            return seeds.stream();
        }
    }

    private static Stream<Arguments> seed(Path file) {
        try {
            String text = Files.readString(file);
            Stream<String> events = Stream.of(text.split("(?=BEGIN:VEVENT)"));
            return Stream.concat(Stream.of(text), events).map(each -> Arguments.of((Object) each.getBytes()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
