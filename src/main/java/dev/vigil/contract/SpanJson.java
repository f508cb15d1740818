package dev.vigil.contract;

import dev.vigil.core.watch.Trigger;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.ObjectNode;

/** Weekdays, spans of the day and spans of days, which triggers and conditions share. */
final class SpanJson {
    private SpanJson() {}

    static Trigger.ClockSpan between(Fields fields) {
        List<LocalTime> ends = fields.pair("between", "two clock times such as [\"09:00\", \"17:00\"]", Scalars::time);
        if (ends.get(0).equals(ends.get(1))) {
            throw Refusal.at(fields.path("between"), "the two clock times are the same");
        }
        return new Trigger.ClockSpan(ends.get(0), ends.get(1));
    }

    static Trigger.DateSpan dates(Fields fields) {
        List<LocalDate> ends =
                fields.pair("dates", "two dates such as [\"2026-12-01\", \"2026-12-07\"]", Scalars::date);
        if (ends.get(1).isBefore(ends.get(0))) {
            throw Refusal.at(fields.path("dates"), "the second date lies before the first");
        }
        return new Trigger.DateSpan(ends.get(0), ends.get(1));
    }

    static void weekday(ObjectNode into, Set<DayOfWeek> days) {
        var list = into.putArray("weekday");
        new TreeSet<>(days).forEach(day -> list.add(Fields.code(day)));
    }

    static void between(ObjectNode into, Trigger.ClockSpan span) {
        into.putArray("between").add(span.from().toString()).add(span.till().toString());
    }

    static void dates(ObjectNode into, Trigger.DateSpan span) {
        into.putArray("dates").add(span.from().toString()).add(span.till().toString());
    }
}
