package dev.vigil.connectors.calendar;

import dev.vigil.contract.LocalRule;
import dev.vigil.contract.Rrule;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The offsets that a VTIMEZONE defines (RFC 5545, section 3.6.5), around a date. */
final class ZoneDefinition {
    private static final int YEARS = 3;
    private static final int MOST_ONSETS = 10_000;

    private final TreeMap<LocalDateTime, ZoneOffset> onsets = new TreeMap<>();
    private final LocalDate from;
    private ZoneOffset before;

    private ZoneDefinition(LocalDate from) {
        this.from = from;
    }

    /** What the definition says from the year of {@code near} on; null if it says nothing that can be read. */
    static ZoneDefinition around(IcsComponent zone, LocalDate near) {
        ZoneDefinition definition = new ZoneDefinition(near.withDayOfYear(1));
        LocalDateTime first = null;
        for (IcsComponent observance : zone.children) {
            try {
                ZoneOffset to = IcsValues.offset(observance.value("TZOFFSETTO"));
                LocalDateTime start =
                        IcsValues.moment(observance.value("DTSTART")).local();
                String written = observance.value("TZOFFSETFROM");
                ZoneOffset offsetBefore = written.isEmpty() ? to : IcsValues.offset(written);
                if (first == null || start.isBefore(first)) {
                    first = start;
                    definition.before = offsetBefore;
                }
                definition.add(observance, start, offsetBefore, to);
            } catch (IllegalArgumentException e) {
                continue; // one observance that cannot be read; the others may still be enough
            }
        }
        return definition.before == null ? null : definition;
    }

    /** The offset in force at a local time. */
    ZoneOffset at(LocalDateTime local) {
        Map.Entry<LocalDateTime, ZoneOffset> onset = onsets.floorEntry(local);
        return onset == null ? before : onset.getValue();
    }

    /** Whether the zone has these offsets for some years from the date on. */
    boolean isLike(ZoneId zone) {
        LocalDateTime end = from.plusYears(YEARS).atStartOfDay();
        for (LocalDateTime each = from.atTime(12, 0); each.isBefore(end); each = each.plusDays(5)) {
            if (!zone.getRules().getOffset(each).equals(at(each))) {
                return false;
            }
        }
        return true;
    }

    private void add(IcsComponent observance, LocalDateTime start, ZoneOffset offsetBefore, ZoneOffset to) {
        LocalDateTime early = from.minusYears(2).atStartOfDay();
        LocalDateTime late = from.plusYears(YEARS + 1L).atStartOfDay();
        List<LocalDateTime> found = new ArrayList<>(List.of(start));
        for (IcsComponent.Line line : observance.all("RDATE")) {
            for (String each : line.value().split(",")) {
                found.add(IcsValues.moment(each.split("/")[0]).local());
            }
        }
        IcsComponent.Line written = observance.first("RRULE");
        Rrule rule = written == null ? null : Rrule.read(written.value());
        if (rule != null && !rule.isElapsed()) {
            LocalDateTime until = until(rule, offsetBefore, late);
            // the last onset before the window also counts, however long ago the rule ended
            LocalDateTime earliest = until.isBefore(early) ? until.minusYears(2) : early;
            Iterator<LocalDateTime> walk = new LocalRule(rule).iterator(start, earliest, 0);
            while (walk.hasNext() && found.size() < MOST_ONSETS) {
                LocalDateTime onset = walk.next();
                if (onset.isAfter(until) || onset.isAfter(late)) {
                    break;
                }
                found.add(onset);
            }
        }
        found.forEach(onset -> onsets.put(onset, to));
    }

    private static LocalDateTime until(Rrule rule, ZoneOffset offsetBefore, LocalDateTime late) {
        if (rule.until() == null) {
            return late;
        }
        IcsValues.Moment until = IcsValues.moment(rule.until());
        if (until.day()) {
            return until.local().plusDays(1);
        }
        return until.offset() == null ? until.local() : LocalDateTime.ofInstant(until.inUtc(), offsetBefore);
    }
}
