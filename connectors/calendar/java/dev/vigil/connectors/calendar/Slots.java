package dev.vigil.connectors.calendar;

import dev.vigil.contract.ElapsedRule;
import dev.vigil.contract.LocalRule;
import dev.vigil.contract.Rrule;
import dev.vigil.core.fact.CalendarItem;
import dev.vigil.core.fact.When;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The slots of a series: the local times, in the series' own zone, at which its rules and dates put an occurrence.
 *
 * <p>DTSTART is always one and counts as the first of COUNT (RFC 5545, section 3.3.10); EXDATE and EXRULE take slots
 * away, an EXDATE without clock time those of its day.
 */
final class Slots {
    private static final int MOST = 100_000;

    private final CalendarItem master;
    private final ZoneId person;
    private final ZoneId zone;
    private final Set<LocalDateTime> dates = new HashSet<>();
    private final Set<LocalDateTime> exceptMoments = new HashSet<>();
    private final Set<LocalDate> exceptDays = new HashSet<>();

    Slots(CalendarItem master, ZoneId person) {
        this.master = master;
        this.person = person;
        this.zone = IcsValues.zoneOr(master.start().zone(), person);
        dates.add(master.start().local());
        master.repeats().extra().forEach(each -> dates.add(of(each)));
        for (When each : master.repeats().except()) {
            if (each.day()) {
                exceptDays.add(each.local().toLocalDate());
            } else {
                exceptMoments.add(of(each));
            }
        }
    }

    ZoneId zone() {
        return zone;
    }

    /** The slot that a recurrence id or an exception means. */
    LocalDateTime of(When when) {
        if (master.start().day()) {
            return when.local().toLocalDate().atStartOfDay();
        }
        if (when.day()) {
            return when.local().toLocalDate().atTime(master.start().local().toLocalTime());
        }
        return when.zone() == null || when.zone().equals(zone)
                ? when.local()
                : when.local().atZone(when.zone()).withZoneSameInstant(zone).toLocalDateTime();
    }

    /**
     * The slots in {@code [from, till]}, in order; of each rule at most {@value #MOST}, and at most {@code most} from
     * {@code counted} on.
     */
    TreeSet<LocalDateTime> between(LocalDateTime from, LocalDateTime counted, LocalDateTime till, int most) {
        TreeSet<LocalDateTime> slots = new TreeSet<>();
        Set<LocalDateTime> excepted = excepted(from, till);
        for (String rule : master.repeats().rules()) {
            Iterator<LocalDateTime> walk = walk(rule, true, from, till);
            int taken = 0;
            for (int steps = 0; walk.hasNext() && taken < most && steps < MOST; steps++) {
                LocalDateTime slot = walk.next();
                if (!excepted.contains(slot) && !isExcepted(slot)) {
                    slots.add(slot);
                    taken += slot.isBefore(counted) ? 0 : 1;
                }
            }
        }
        for (LocalDateTime slot : dates) {
            boolean isIn = !slot.isBefore(from) && !slot.isAfter(till);
            if (isIn && !excepted.contains(slot) && !isExcepted(slot)) {
                slots.add(slot);
            }
        }
        return slots;
    }

    boolean contains(LocalDateTime slot) {
        return between(slot, slot, slot, 1).contains(slot);
    }

    /** Whether an EXDATE names the slot. */
    boolean isExcepted(LocalDateTime slot) {
        return exceptMoments.contains(slot) || exceptDays.contains(slot.toLocalDate());
    }

    /** What EXRULEs take away within a window. */
    private Set<LocalDateTime> excepted(LocalDateTime from, LocalDateTime till) {
        Set<LocalDateTime> excepted = new HashSet<>();
        for (String rule : master.repeats().exceptRules()) {
            Iterator<LocalDateTime> walk = walk(rule, false, from, till);
            while (walk.hasNext() && excepted.size() < 2 * MOST) {
                excepted.add(walk.next());
            }
        }
        return excepted;
    }

    /** What a rule names from {@code from} to {@code till} or its UNTIL. */
    private Iterator<LocalDateTime> walk(
            String written, boolean isFirstCounted, LocalDateTime from, LocalDateTime till) {
        Rrule rule;
        try {
            rule = Rrule.read(written);
        } catch (IllegalArgumentException e) {
            return List.<LocalDateTime>of().iterator(); // the connector refused it; another source may not have
        }
        LocalDateTime start = master.start().local();
        LocalDateTime last = rule.until() == null ? till : earlier(until(rule.until()), till);
        if (last.isBefore(start)) {
            return List.<LocalDateTime>of().iterator();
        }
        Iterator<LocalDateTime> walk;
        if (rule.isElapsed()) {
            Instant begin = start.atZone(zone).toInstant();
            Instant latest = last.atZone(zone).toInstant();
            Iterator<Instant> elapsed = new ElapsedRule(rule)
                    .iterator(begin, zone, from.atZone(zone).toInstant(), latest);
            walk = new Mapped(elapsed, zone);
        } else {
            LocalRule local = new LocalRule(rule);
            Iterator<LocalDateTime> first = local.iterator(start, start, 0);
            boolean isStart = first.hasNext() && first.next().equals(start);
            walk = local.iterator(start, from, isFirstCounted && !isStart ? 1 : 0);
        }
        return new Until(walk, last);
    }

    private LocalDateTime until(String written) {
        IcsValues.Moment until;
        try {
            until = IcsValues.moment(written);
        } catch (IllegalArgumentException e) {
            return LocalDateTime.MAX;
        }
        LocalDate date = until.local().toLocalDate();
        if (until.day()) {
            return date.atTime(LocalTime.MAX);
        }
        if (!master.start().day()) {
            return until.offset() == null ? until.local() : LocalDateTime.ofInstant(until.inUtc(), zone);
        }
        // of all-day series people write the last day as a moment: as midnight, as its end, or as local midnight in UTC
        int second = until.local().toLocalTime().toSecondOfDay();
        boolean isPlain = until.offset() == null || second == 0 || second == 86_399;
        return (isPlain ? date : LocalDateTime.ofInstant(until.inUtc(), person).toLocalDate()).atTime(LocalTime.MAX);
    }

    private static LocalDateTime earlier(LocalDateTime one, LocalDateTime other) {
        return one.isBefore(other) ? one : other;
    }

    private record Mapped(Iterator<Instant> instants, ZoneId zone) implements Iterator<LocalDateTime> {
        @Override
        public boolean hasNext() {
            return instants.hasNext();
        }

        @Override
        public LocalDateTime next() {
            return LocalDateTime.ofInstant(instants.next(), zone);
        }
    }

    private static final class Until implements Iterator<LocalDateTime> {
        private final Iterator<LocalDateTime> walk;
        private final LocalDateTime last;
        private LocalDateTime next;

        Until(Iterator<LocalDateTime> walk, LocalDateTime last) {
            this.walk = walk;
            this.last = last;
            advance();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public LocalDateTime next() {
            LocalDateTime current = next;
            advance();
            return current;
        }

        private void advance() {
            next = walk.hasNext() ? walk.next() : null;
            next = next == null || next.isAfter(last) ? null : next;
        }
    }
}
