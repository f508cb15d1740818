package dev.vigil.contract;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.TreeSet;
import org.dmfs.rfc5545.recur.Freq;

/**
 * A rule of hours, minutes or seconds, counted as elapsed time from its start, so that a clock change neither skips nor
 * repeats one. Its BY parts are met by the local time in a zone: those of its own unit and longer select, shorter ones
 * (BYMINUTE of an hourly rule) say when within each.
 *
 * <p>Steps that cannot match are jumped over by month, day, hour and minute; a walk ends after {@value #MOST} steps.
 */
public final class ElapsedRule {
    static final int MOST = 50_000;

    private final Rrule text;
    private final long step;
    private final List<Integer> months;
    private final List<Integer> monthDays;
    private final List<Integer> yearDays;
    private final List<DayOfWeek> weekDays = new ArrayList<>();
    private final List<Integer> hours;
    private final List<Integer> minutes;
    private final List<Integer> seconds;

    public ElapsedRule(Rrule text) {
        if (!text.isElapsed()) {
            throw new IllegalArgumentException("not a rule of elapsed time");
        }
        this.text = text;
        long unit = text.freq() == Freq.HOURLY ? 3_600 : text.freq() == Freq.MINUTELY ? 60 : 1;
        this.step = unit * Math.min(text.interval(), 1_000_000_000L);
        this.months = text.numbers("BYMONTH");
        this.monthDays = text.numbers("BYMONTHDAY");
        this.yearDays = text.numbers("BYYEARDAY");
        this.hours = text.numbers("BYHOUR");
        this.minutes = text.numbers("BYMINUTE");
        this.seconds = text.numbers("BYSECOND");
        for (String day : text.parts().getOrDefault("BYDAY", "").split(",")) {
            int code = day.length() < 2
                    ? -1
                    : List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU").indexOf(day.substring(day.length() - 2));
            if (code >= 0) {
                weekDays.add(DayOfWeek.of(code + 1));
            }
        }
    }

    /** The moments from {@code start} on that lie in {@code [earliest, latest]}, in order. COUNT is applied, UNTIL not. */
    public Iterator<Instant> iterator(Instant start, ZoneId zone, Instant earliest, Instant latest) {
        return new Walk(start, zone, earliest, latest);
    }

    private boolean isPlain() {
        return text.parts().keySet().stream().noneMatch(part -> part.startsWith("BY"));
    }

    private boolean isOn(LocalDate date) {
        return isAt(monthDays, date.getDayOfMonth(), date.lengthOfMonth())
                && isAt(yearDays, date.getDayOfYear(), date.lengthOfYear())
                && (weekDays.isEmpty() || weekDays.contains(date.getDayOfWeek()));
    }

    /** Numbers below zero count from the end. */
    private static boolean isAt(List<Integer> allowed, int number, int length) {
        return allowed.isEmpty() || allowed.contains(number) || allowed.contains(number - length - 1);
    }

    /** The start of the next stretch of time that may match, or null if {@code at} itself does. */
    private ZonedDateTime jump(ZonedDateTime at) {
        LocalDate date = at.toLocalDate();
        if (!months.isEmpty() && !months.contains(date.getMonthValue())) {
            return date.withDayOfMonth(1).plusMonths(1).atStartOfDay(at.getZone());
        }
        if (!isOn(date) || !hours.isEmpty() && at.getHour() > Collections.max(hours)) {
            return date.plusDays(1).atStartOfDay(at.getZone());
        }
        if (!hours.isEmpty() && !hours.contains(at.getHour())) {
            return at.truncatedTo(ChronoUnit.HOURS).plusHours(1);
        }
        if (text.freq() != Freq.HOURLY && !minutes.isEmpty() && !minutes.contains(at.getMinute())) {
            return at.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        }
        boolean second = text.freq() != Freq.SECONDLY || seconds.isEmpty() || seconds.contains(at.getSecond());
        return second ? null : at.plusSeconds(1);
    }

    /** The moments within the hour or minute of a step, in order. */
    private List<Instant> within(ZonedDateTime at) {
        boolean byMinute = text.freq() == Freq.HOURLY && !minutes.isEmpty();
        boolean bySecond = text.freq() != Freq.SECONDLY && !seconds.isEmpty();
        if (!byMinute && !bySecond) {
            return List.of(at.toInstant());
        }
        ZonedDateTime minute = at.truncatedTo(ChronoUnit.MINUTES);
        TreeSet<Instant> set = new TreeSet<>();
        for (int m : byMinute ? minutes : List.of(at.getMinute())) {
            for (int s : bySecond ? seconds : List.of(at.getSecond())) {
                set.add(minute.plusMinutes(m - at.getMinute()).plusSeconds(s).toInstant());
            }
        }
        List<Instant> all = List.copyOf(set);
        List<Integer> positions = text.numbers("BYSETPOS");
        if (positions.isEmpty()) {
            return all;
        }
        List<Instant> chosen = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (positions.contains(i + 1) || positions.contains(i - all.size())) {
                chosen.add(all.get(i));
            }
        }
        return chosen;
    }

    private final class Walk implements Iterator<Instant> {
        private final Instant start;
        private final ZoneId zone;
        private final Instant earliest;
        private final Instant latest;
        private final Queue<Instant> found = new ArrayDeque<>();
        private long left = text.count() == null ? Long.MAX_VALUE : text.count();
        private long number;
        private int steps;

        Walk(Instant start, ZoneId zone, Instant earliest, Instant latest) {
            this.start = start;
            this.zone = zone;
            this.earliest = earliest;
            this.latest = latest;
            boolean countable = text.count() == null || isPlain();
            if (countable && earliest.isAfter(start)) {
                number = Math.max(0, Duration.between(start, earliest).getSeconds() / step - 1);
                left -= text.count() == null ? 0 : Math.min(left, number);
            }
            fill();
        }

        @Override
        public boolean hasNext() {
            return !found.isEmpty();
        }

        @Override
        public Instant next() {
            if (found.isEmpty()) {
                throw new NoSuchElementException();
            }
            Instant current = found.remove();
            if (found.isEmpty()) {
                fill();
            }
            return current;
        }

        private void fill() {
            while (found.isEmpty() && left > 0 && steps++ < MOST) {
                Instant moment = start.plusSeconds(number * step);
                if (moment.isAfter(latest.plusSeconds(3_600))) {
                    return;
                }
                ZonedDateTime at = moment.atZone(zone);
                ZonedDateTime jump = jump(at);
                if (jump != null) {
                    long away = Duration.between(start, jump.toInstant()).getSeconds();
                    number = Math.max(number + 1, -Math.floorDiv(-away, step));
                    continue;
                }
                number++;
                for (Instant each : within(at)) {
                    if (!each.isBefore(start) && left > 0) {
                        left--;
                        if (!each.isBefore(earliest) && !each.isAfter(latest)) {
                            found.add(each);
                        }
                    }
                }
            }
        }
    }
}
