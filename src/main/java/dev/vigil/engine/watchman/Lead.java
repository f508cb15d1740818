package dev.vigil.engine.watchman;

import dev.vigil.core.fact.Occurrence;
import dev.vigil.core.watch.Action;
import dev.vigil.core.watch.Span;
import dev.vigil.core.watch.Trigger;
import dev.vigil.core.watch.Watch;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** When a calendar trigger is due for an occurrence. */
final class Lead {
    private static final Span USUAL = Span.of(Duration.ofMinutes(-30));
    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private Lead() {}

    /** The start or the end that the trigger counts from. */
    static ZonedDateTime anchor(Trigger.Calendar trigger, Occurrence occurrence) {
        return trigger.moment() == Trigger.Moment.END ? occurrence.end() : occurrence.start();
    }

    static Instant due(Watch watch, Trigger.Calendar trigger, Occurrence occurrence) {
        ZonedDateTime anchor = anchor(trigger, occurrence);
        Span offset = trigger.offset();
        if (trigger.day() != null) {
            LocalTime time = trigger.time() != null ? trigger.time() : clock(occurrence, anchor);
            return anchor.toLocalDate()
                    .plusDays(trigger.day())
                    .atTime(time)
                    .atZone(anchor.getZone())
                    .toInstant();
        }
        if (offset == null && trigger.time() != null) {
            return anchor.toLocalDate()
                    .atTime(trigger.time())
                    .atZone(anchor.getZone())
                    .toInstant();
        }
        boolean notice = watch.then().stream().anyMatch(Action.Notify.class::isInstance);
        if (offset == null) {
            offset = notice && trigger.moment() == Trigger.Moment.START ? USUAL : Span.ZERO;
        }
        if (occurrence.allDay() && offset.equals(USUAL)) {
            return anchor.toLocalDate()
                    .minusDays(1)
                    .atTime(EVENING)
                    .atZone(anchor.getZone())
                    .toInstant();
        }
        if (occurrence.allDay() && offset.isWholeDays()) {
            return anchor.toLocalDate()
                    .plusDays(offset.days())
                    .atTime(MORNING)
                    .atZone(anchor.getZone())
                    .toInstant();
        }
        return offset.after(anchor).toInstant();
    }

    private static LocalTime clock(Occurrence occurrence, ZonedDateTime anchor) {
        return occurrence.allDay() ? MORNING : anchor.toLocalTime();
    }
}
