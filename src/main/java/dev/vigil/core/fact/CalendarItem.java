package dev.vigil.core.fact;

import java.time.Instant;
import java.util.List;

/**
 * One revision of a calendar event: a whole event or series, or (with {@code recurrenceId}) one changed occurrence.
 *
 * @param recurrenceId null for the event or series itself
 * @param stamp LAST-MODIFIED, else DTSTAMP; the newest wins among equal sequences
 * @param calendar the calendar's display name (X-WR-CALNAME, else the file's name)
 * @param end exclusive; equals the start when the event has no length; a day after it for an all-day event without end
 * @param people organizer first, then attendees
 * @param cancelled STATUS:CANCELLED or METHOD:CANCEL
 * @param transparent does not make the person busy
 * @param invitation the person was asked and has not answered: METHOD:REQUEST or PARTSTAT=NEEDS-ACTION
 * @param repeats how it recurs; {@link Repeats#NEVER} for a single event or an occurrence
 */
public record CalendarItem(
        String uid,
        When recurrenceId,
        int sequence,
        Instant stamp,
        String calendar,
        String summary,
        String location,
        String description,
        List<Address> people,
        When start,
        When end,
        boolean cancelled,
        boolean transparent,
        boolean invitation,
        Repeats repeats)
        implements Fact {
    public CalendarItem {
        people = List.copyOf(people);
    }

    @Override
    public String cause() {
        return "calendar:" + uid;
    }

    /**
     * Recurrence as RFC 5545 has it.
     *
     * @param rules RRULE values
     * @param exceptRules EXRULE values (RFC 2445, still met)
     * @param extra RDATE values
     * @param except EXDATE values
     */
    public record Repeats(List<String> rules, List<String> exceptRules, List<When> extra, List<When> except) {
        public static final Repeats NEVER = new Repeats(List.of(), List.of(), List.of(), List.of());

        public Repeats {
            rules = List.copyOf(rules);
            exceptRules = List.copyOf(exceptRules);
            extra = List.copyOf(extra);
            except = List.copyOf(except);
        }

        public boolean isNever() {
            return rules.isEmpty() && extra.isEmpty();
        }
    }
}
