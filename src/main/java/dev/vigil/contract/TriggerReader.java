package dev.vigil.contract;

import dev.vigil.core.watch.Comparison;
import dev.vigil.core.watch.MailKind;
import dev.vigil.core.watch.Metric;
import dev.vigil.core.watch.Span;
import dev.vigil.core.watch.Trigger;
import dev.vigil.core.watch.Trigger.Moment;
import dev.vigil.core.watch.Trigger.State;
import dev.vigil.core.watch.Until;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Currency;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads one trigger. */
final class TriggerReader {
    private static final int MOST_TIMES = 100;
    private static final Set<State> NEED_VALUE =
            EnumSet.of(State.ABOVE, State.BELOW, State.AT_LEAST, State.AT_MOST, State.RISES, State.FALLS);

    /** Where a trigger stands decides what it may leave out. */
    enum Place {
        WHEN,
        /** A condition's health state. */
        STATE,
        /** What a silence waits for or runs from, what a count counts: no {@code is} needed. */
        OF,
        /** The same under a relation, where {@code moment} has a default. */
        OF_AFTER,
        OF_OTHER
    }

    private TriggerReader() {}

    static Trigger read(JsonNode node, String path) {
        return read(node, path, Place.WHEN, List.of("time", "mail", "calendar", "health", "silence"));
    }

    static Trigger read(JsonNode node, String path, Place place, List<String> allowed) {
        Fields fields = Fields.open(node, path);
        return switch (fields.oneOf("on", allowed)) {
            case "time" -> time(fields);
            case "mail" -> mail(fields);
            case "calendar" -> calendar(fields, place);
            case "health" -> health(fields, place);
            default -> silence(fields);
        };
    }

    private static Trigger.Time time(Fields fields) {
        fields.only("a time trigger", "on", "at", "in", "every", "times", "from");
        List<String> given = Stream.of("at", "in", "every").filter(fields::has).toList();
        if (given.size() != 1) {
            String found = given.isEmpty() ? "none of them" : String.join(" and ", given);
            throw Refusal.at(fields.path(), "expected exactly one of at, in, every, found " + found);
        }
        if (!fields.has("every")) {
            fields.refuse("times", "belongs to every");
            fields.refuse("from", "belongs to every");
            return new Trigger.Time(
                    fields.scalar("at", "a moment", Scalars::moment), fields.length("in"), null, List.of(), null);
        }
        String rule = fields.needText("every", "a recurrence rule");
        String frequency = RuleText.check(rule, fields.path("every"));
        LocalDate from = fields.scalar("from", "a date", Scalars::date);
        return new Trigger.Time(null, null, rule, times(fields, frequency), from);
    }

    private static List<LocalTime> times(Fields fields, String frequency) {
        String expected = "clock times such as [\"08:00\"]";
        if (RuleText.countsFromArming(frequency)) {
            fields.refuse("times", "only hourly and minutely rules have none, and this one is " + frequency);
            return List.of();
        }
        return List.copyOf(new LinkedHashSet<>(fields.scalars("times", MOST_TIMES, expected, Scalars::time)));
    }

    private static Trigger.Mail mail(Fields fields) {
        fields.only(
                "a mail trigger",
                "on",
                "kind",
                "about",
                "from",
                "to",
                "subject",
                "except",
                "attachment",
                "amount",
                "offset");
        return new Trigger.Mail(
                fields.choice("kind", MailKind.class),
                fields.text("about"),
                fields.text("from"),
                fields.text("to"),
                fields.text("subject"),
                fields.text("except"),
                fields.flag("attachment"),
                fields.has("amount") ? amount(Fields.open(fields.get("amount"), fields.path("amount"))) : null,
                fields.span("offset"));
    }

    private static Trigger.Amount amount(Fields fields) {
        fields.only("an amount", "is", "value", "currency");
        return new Trigger.Amount(
                fields.needChoice("is", Comparison.class),
                fields.number("value"),
                fields.scalar("currency", "a currency such as GBP", TriggerReader::currency));
    }

    private static String currency(String code, String path) {
        try {
            return Currency.getInstance(code).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw Refusal.at(path, Refusal.quote(code) + " is not a currency of ISO 4217 such as GBP");
        }
    }

    private static Trigger.Calendar calendar(Fields fields, Place place) {
        fields.only(
                "a calendar trigger",
                "on",
                "moment",
                "about",
                "with",
                "where",
                "calendar",
                "offset",
                "day",
                "time",
                "except",
                "first",
                "last",
                "falls");
        if (fields.has("day")) {
            fields.refuse("offset", "cannot stand beside day; say one of the two");
        } else {
            fields.refuse("time", "belongs to day, which is missing");
        }
        boolean first = fields.flag("first");
        boolean last = fields.flag("last");
        if (first && last) {
            throw Refusal.at(fields.path("last"), "cannot stand beside first; say one of the two");
        }
        return new Trigger.Calendar(
                moment(fields, place),
                fields.text("about"),
                fields.text("with"),
                fields.text("where"),
                fields.text("calendar"),
                fields.text("except"),
                fields.span("offset"),
                fields.days("day"),
                fields.time("time"),
                first,
                last,
                fields.has("falls") ? falls(Fields.open(fields.get("falls"), fields.path("falls"))) : null);
    }

    private static Moment moment(Fields fields, Place place) {
        if (!fields.has("moment") && place == Place.OF_AFTER) {
            return Moment.END;
        }
        if (!fields.has("moment") && place == Place.OF_OTHER) {
            return Moment.START;
        }
        return fields.needChoice("moment", Moment.class);
    }

    private static Trigger.Falls falls(Fields fields) {
        fields.only("falls", "date", "weekday", "between", "dates");
        LocalDate date = fields.scalar("date", "a date", Scalars::date);
        Set<DayOfWeek> days = fields.has("weekday") ? fields.weekdays("weekday") : Set.of();
        Trigger.ClockSpan between = fields.has("between") ? SpanJson.between(fields) : null;
        Trigger.DateSpan dates = fields.has("dates") ? SpanJson.dates(fields) : null;
        if (date == null && days.isEmpty() && between == null && dates == null) {
            throw Refusal.at(fields.path(), "expected one of date, weekday, between, dates, found none of them");
        }
        return new Trigger.Falls(date, days, between, dates);
    }

    /** Reads a health trigger where no other kind may stand. */
    static Trigger.Health health(JsonNode node, String path) {
        return (Trigger.Health) read(node, path, Place.STATE, List.of("health"));
    }

    private static Trigger.Health health(Fields fields, Place place) {
        fields.only("a health trigger", "on", "metric", "is", "value", "for", "over");
        Metric metric = fields.needChoice("metric", Metric.class);
        boolean needed = place == Place.WHEN || place == Place.STATE;
        State is = needed ? fields.needChoice("is", State.class) : fields.choice("is", State.class);
        Double value = null;
        if (is != null && NEED_VALUE.contains(is)) {
            value = fields.number("value");
        } else {
            fields.refuse(
                    "value",
                    is == null ? "means nothing without is" : Fields.wire(is) + " is relative and takes no value");
        }
        return new Trigger.Health(metric, is, value, fields.length("for"), fields.choice("over", Trigger.Over.class));
    }

    private static Trigger.Silence silence(Fields fields) {
        fields.only("a silence trigger", "on", "of", "for", "by", "after");
        JsonNode of = fields.need("of", "the mail, calendar or health trigger that is expected");
        if (fields.has("for") == fields.has("by")) {
            String found = fields.has("for") ? "both" : "neither";
            throw Refusal.at(fields.path(), "expected exactly one of for and by, found " + found);
        }
        if (fields.has("by")) {
            fields.refuse("after", "belongs to for; by is a moment of its own");
        }
        Span lasting = fields.length("for");
        Until by = fields.scalar("by", "a clock time, date or moment", (text, at) -> Scalars.until(text, true, at));
        Trigger after = fields.has("after")
                ? read(
                        fields.get("after"),
                        fields.path("after"),
                        Place.OF,
                        List.of("time", "mail", "calendar", "health"))
                : null;
        Trigger expected = read(of, fields.path("of"), Place.OF, List.of("mail", "calendar", "health"));
        return new Trigger.Silence(expected, lasting, by, after);
    }
}
