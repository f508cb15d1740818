package dev.vigil.engine.memory;

import dev.vigil.core.fact.Arrival;
import dev.vigil.core.fact.CalendarItem;
import dev.vigil.core.fact.Mail;
import dev.vigil.core.fact.Sample;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One person's arrivals, by time of arrival, then in order of storage. */
final class ArrivalLog {
    private static final Comparator<Arrival> BY_TIME = Comparator.comparing(Arrival::at);

    private final List<Arrival> log = new ArrayList<>();
    private final Map<String, Set<String>> ids = new HashMap<>();
    /** Samples are too many to be worth an entry each. */
    private final Map<String, List<Arrival>> causes = new HashMap<>();

    private boolean sorted = true;

    void add(Arrival arrival) {
        if (!ids.computeIfAbsent(arrival.connector(), any -> new HashSet<>()).add(arrival.id())) {
            return;
        }
        sorted &=
                log.isEmpty() || !arrival.at().isBefore(log.get(log.size() - 1).at());
        log.add(arrival);
        index(arrival);
    }

    Set<String> known(String connector, List<String> asked) {
        Set<String> stored = ids.getOrDefault(connector, Set.of());
        return asked.stream().filter(stored::contains).collect(Collectors.toSet());
    }

    /** A copy, so that whoever reads it may write meanwhile. */
    List<Arrival> between(String connector, Instant from, Instant till) {
        sort();
        return log.subList(after(from), after(till)).stream()
                .filter(arrival -> connector == null || connector.equals(arrival.connector()))
                .toList();
    }

    List<Arrival> byCause(String cause) {
        sort();
        List<Arrival> found = new ArrayList<>(
                cause.startsWith("health:")
                        ? log.stream()
                                .filter(arrival -> arrival.fact() instanceof Sample sample
                                        && sample.cause().equals(cause))
                                .toList()
                        : causes.getOrDefault(cause, List.of()));
        found.sort(BY_TIME);
        Collections.reverse(found);
        return found;
    }

    /**
     * Forgets older mail and calendar events that were over by then, and folds older samples into minutes. An event is
     * kept with all its revisions or not at all: an old revision alone would bring back what was moved or cancelled.
     * Ids stay known, so that a source that is read again from its beginning does not bring them back.
     */
    void retain(Instant before) {
        sort();
        Set<String> ahead = log.stream()
                .flatMap(ArrivalLog::calendarItems)
                .filter(item -> !over(item, before))
                .map(CalendarItem::uid)
                .collect(Collectors.toSet());
        List<Arrival> old = log.subList(0, firstNotBefore(before));
        List<Arrival> kept = MinuteFold.of(old.stream()
                .filter(arrival -> arrival.fact() instanceof Sample
                        || calendarItems(arrival).anyMatch(item -> ahead.contains(item.uid())))
                .toList());
        old.clear();
        log.addAll(0, kept);
        log.sort(BY_TIME);
        causes.clear();
        log.forEach(this::index);
    }

    private static Stream<CalendarItem> calendarItems(Arrival arrival) {
        if (arrival.fact() instanceof Mail mail) {
            return mail.invitations().stream();
        }
        return arrival.fact() instanceof CalendarItem item ? Stream.of(item) : Stream.empty();
    }

    /** Local times may lie a day off in the person's zone. */
    private static boolean over(CalendarItem item, Instant before) {
        Instant end = item.end().in(ZoneOffset.UTC).toInstant();
        return item.repeats().isNever()
                && item.recurrenceId() == null
                && end.plus(1, ChronoUnit.DAYS).isBefore(before);
    }

    private void index(Arrival arrival) {
        if (!(arrival.fact() instanceof Sample)) {
            causes.computeIfAbsent(arrival.fact().cause(), any -> new ArrayList<>(1))
                    .add(arrival);
        }
    }

    private void sort() {
        if (!sorted) {
            log.sort(BY_TIME);
            sorted = true;
        }
    }

    /** The index of the first arrival later than {@code at}. */
    private int after(Instant at) {
        return partition(at, true);
    }

    private int firstNotBefore(Instant at) {
        return partition(at, false);
    }

    private int partition(Instant at, boolean inclusive) {
        int low = 0;
        int high = log.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            int order = log.get(middle).at().compareTo(at);
            if (order < 0 || inclusive && order == 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
