package dev.vigil.contract;

import dev.vigil.core.Trouble;
import dev.vigil.core.port.Recurrences;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;

/**
 * The clock of recurring time triggers.
 *
 * <p>A rule of days or longer names days; each of its clock times rings on each day, in a clock change's gap at the same
 * instant with the offset before it, in an overlap the first time only. An INTERVAL is counted from the first day that
 * the rule names from now on (a day counts as long as one of its clock times is still ahead) or from {@code from}.
 * A rule of hours or minutes counts elapsed time from arming, or from the first minute of {@code from} if that is later.
 *
 * <p>Safe for use by many threads.
 */
public final class RuleClock implements Recurrences {
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final long HORIZON_DAYS = 36_525;
    private static final int REMEMBERED = 10_000;
    private static final Set<String> CLOCK_PARTS = Set.of("BYHOUR", "BYMINUTE", "BYSECOND");
    private static final Set<String> KNOWN = Set.of(
            "FREQ",
            "INTERVAL",
            "BYSECOND",
            "BYMINUTE",
            "BYHOUR",
            "BYDAY",
            "BYMONTHDAY",
            "BYYEARDAY",
            "BYWEEKNO",
            "BYMONTH",
            "BYSETPOS",
            "WKST");

    private final Map<String, Rrule> checked = new ConcurrentHashMap<>();

    @Override
    public Optional<Instant> next(
            String rule, List<LocalTime> times, LocalDate from, Instant anchor, Instant after, ZoneId zone) {
        Rrule text = read(rule);
        Instant bound = after.isBefore(anchor) ? anchor : after;
        if (text.isElapsed()) {
            return nextElapsed(text, from, anchor, bound, zone);
        }
        TreeSet<LocalTime> clock = clock(text, times);
        LocalDate base = from == null ? anchor.atZone(zone).toLocalDate() : from;
        LocalDate first =
                text.interval() == 1 ? base : first(text, clock, base, from == null ? anchor : Instant.MIN, zone);
        if (first == null) {
            return Optional.empty();
        }
        LocalDate today = bound.atZone(zone).toLocalDate();
        LocalRule days = new LocalRule(text, text.interval(), CLOCK_PARTS.toArray(String[]::new));
        Iterator<LocalDateTime> walk =
                days.iterator(first.atStartOfDay(), today.minusDays(1).atStartOfDay(), 0);
        while (walk.hasNext()) {
            LocalDate day = walk.next().toLocalDate();
            if (day.isAfter(today.plusDays(HORIZON_DAYS))) {
                return Optional.empty();
            }
            Instant ring = ring(day, clock, bound, zone);
            if (ring != null) {
                return Optional.of(ring);
            }
        }
        return Optional.empty();
    }

    @Override
    public void check(String rule) {
        read(rule);
    }

    private static Optional<Instant> nextElapsed(
            Rrule text, LocalDate from, Instant anchor, Instant bound, ZoneId zone) {
        Instant begin = from == null ? anchor : from.atStartOfDay(zone).toInstant();
        Instant start = begin.isAfter(anchor) ? begin : anchor;
        Instant latest = bound.plusSeconds(HORIZON_DAYS * 86_400);
        Iterator<Instant> walk = new ElapsedRule(text).iterator(start, zone, bound.plusNanos(1), latest);
        return walk.hasNext() ? Optional.of(walk.next()) : Optional.empty();
    }

    /** The first day that the rule names, whatever its interval, with a clock time after {@code ahead}. */
    private static LocalDate first(Rrule text, TreeSet<LocalTime> clock, LocalDate base, Instant ahead, ZoneId zone) {
        LocalRule every = new LocalRule(text, 1, CLOCK_PARTS.toArray(String[]::new));
        Iterator<LocalDateTime> walk = every.iterator(base.atStartOfDay(), base.atStartOfDay(), 0);
        while (walk.hasNext()) {
            LocalDate day = walk.next().toLocalDate();
            if (ring(day, clock, ahead, zone) != null) {
                return day;
            }
        }
        return null;
    }

    private static Instant ring(LocalDate day, TreeSet<LocalTime> clock, Instant after, ZoneId zone) {
        Instant earliest = null;
        for (LocalTime time : clock) {
            Instant at = day.atTime(time).atZone(zone).toInstant();
            if (at.isAfter(after) && (earliest == null || at.isBefore(earliest))) {
                earliest = at;
            }
        }
        return earliest;
    }

    /** The clock times, else those of BYHOUR and BYMINUTE, else the contract's morning. */
    private static TreeSet<LocalTime> clock(Rrule text, List<LocalTime> times) {
        TreeSet<LocalTime> clock = new TreeSet<>(times);
        if (clock.isEmpty()) {
            for (int hour : text.numbers("BYHOUR")) {
                for (int minute : text.has("BYMINUTE") ? text.numbers("BYMINUTE") : List.of(0)) {
                    clock.add(LocalTime.of(hour, minute));
                }
            }
        }
        if (clock.isEmpty()) {
            clock.add(MORNING);
        }
        return clock;
    }

    private Rrule read(String rule) {
        Rrule known = checked.get(rule);
        if (known != null) {
            return known;
        }
        Rrule text = strictly(rule);
        if (checked.size() >= REMEMBERED) {
            checked.clear();
        }
        checked.put(rule, text);
        return text;
    }

    private static Rrule strictly(String rule) {
        Rrule text;
        try {
            text = Rrule.read(rule);
            new RecurrenceRule(rule, RecurrenceRule.RfcMode.RFC5545_STRICT);
        } catch (IllegalArgumentException | InvalidRecurrenceRuleException e) {
            throw new Trouble("“" + rule + "” is no recurrence rule; write one such as FREQ=WEEKLY;BYDAY=MO.", e);
        }
        for (String part : text.parts().keySet()) {
            if (part.equals("COUNT") || part.equals("UNTIL") || part.equals("DTSTART")) {
                throw new Trouble("A recurrence rule has no " + part + "; say the last day as the watch's until.");
            }
            if (!KNOWN.contains(part)) {
                throw new Trouble("“" + part + "” in “" + rule + "” is no part of a recurrence rule; leave it out.");
            }
        }
        boolean often = text.freq() == org.dmfs.rfc5545.recur.Freq.SECONDLY
                || text.numbers("BYSECOND").size() > 1;
        if (often) {
            throw new Trouble("“" + rule + "” recurs more often than each minute; make it a minute or longer.");
        }
        return text;
    }
}
