package dev.vigil.contract;

import dev.vigil.contract.TriggerReader.Place;
import dev.vigil.core.watch.Comparison;
import dev.vigil.core.watch.Condition;
import dev.vigil.core.watch.Metric;
import dev.vigil.core.watch.Trigger;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes one condition; a condition is told by its one leading field. */
final class ConditionJson {
    static final int MOST = 50;
    private static final int DEEPEST = 10;
    private static final int MOST_COUNTED = 1_000_000;
    private static final List<String> FORMS =
            List.of("weekday", "between", "dates", "relation", "calendar", "state", "count", "not", "any");
    private static final List<String> COUNTABLE = List.of("mail", "calendar", "health");

    private ConditionJson() {}

    static Condition read(JsonNode node, String path) {
        return read(node, path, 1);
    }

    private static Condition read(JsonNode node, String path, int depth) {
        if (depth > DEEPEST) {
            throw Refusal.at(path, "conditions are nested more than " + DEEPEST + " deep");
        }
        Fields fields = Fields.open(node, path);
        List<String> found = FORMS.stream().filter(fields::has).toList();
        if (found.size() != 1) {
            throw Refusal.at(
                    path,
                    "expected exactly one of " + String.join(", ", FORMS) + ", found "
                            + (found.isEmpty() ? "none of them" : String.join(" and ", found)));
        }
        String form = found.get(0);
        if (form.equals("relation")) {
            return relation(fields.only("a relation", "relation", "of", "within"));
        }
        fields.only("a " + form + " condition", form);
        return switch (form) {
            case "weekday" -> new Condition.Weekday(fields.weekdays("weekday"));
            case "between" -> new Condition.Between(SpanJson.between(fields));
            case "dates" -> new Condition.Dates(SpanJson.dates(fields));
            case "calendar" ->
                new Condition.Calendar(
                        fields.oneOf("calendar", List.of("free", "busy")).equals("busy"));
            case "state" -> new Condition.State(TriggerReader.health(fields.get("state"), fields.path("state")));
            case "count" -> count(Fields.open(fields.get("count"), fields.path("count")));
            case "not" -> new Condition.Not(read(fields.get("not"), fields.path("not"), depth + 1));
            default ->
                new Condition.Any(
                        fields.list("any", MOST, "a list of conditions", (entry, at) -> read(entry, at, depth + 1)));
        };
    }

    private static Condition relation(Fields fields) {
        Condition.Order order = fields.needChoice("relation", Condition.Order.class);
        if (order == Condition.Order.DURING) {
            fields.refuse("within", "has no meaning under during");
        }
        Place place = order == Condition.Order.AFTER ? Place.OF_AFTER : Place.OF_OTHER;
        String expected = "the calendar event, mail or workout that it lies to";
        Trigger of = TriggerReader.read(fields.need("of", expected), fields.path("of"), place, COUNTABLE);
        if (of instanceof Trigger.Health health
                && health.metric() != Metric.WORKOUT
                && health.metric() != Metric.SLEEP) {
            throw Refusal.at(
                    fields.path("of") + ".metric",
                    "a moment lies " + Fields.wire(order) + " a workout or sleep; for \"" + Fields.wire(health.metric())
                            + "\" say state");
        }
        if (of instanceof Trigger.Mail && order == Condition.Order.DURING) {
            throw Refusal.at(fields.path("of"), "a mail does not last; say after or before");
        }
        return new Condition.Relation(order, of, fields.length("within"));
    }

    private static Condition count(Fields fields) {
        fields.only("a count", "of", "is", "value", "over", "day");
        JsonNode of = fields.need("of", "the mail, calendar or health trigger that is counted");
        Trigger.Over over = Trigger.Over.valueOf(
                fields.oneOf("over", List.of("day", "week")).toUpperCase(java.util.Locale.ROOT));
        return new Condition.Count(
                TriggerReader.read(of, fields.path("of"), Place.OF, COUNTABLE),
                fields.needChoice("is", Comparison.class),
                fields.whole("value", 0, MOST_COUNTED),
                over,
                fields.has("day") ? fields.days("day") : 0);
    }

    static ObjectNode write(Condition condition) {
        ObjectNode into = JsonNodeFactory.instance.objectNode();
        if (condition instanceof Condition.Weekday weekday) {
            SpanJson.weekday(into, weekday.days());
        } else if (condition instanceof Condition.Between between) {
            SpanJson.between(into, between.span());
        } else if (condition instanceof Condition.Dates dates) {
            SpanJson.dates(into, dates.span());
        } else if (condition instanceof Condition.Relation relation) {
            TriggerWriter.choice(into, "relation", relation.order());
            into.set("of", TriggerWriter.write(relation.of()));
            TriggerWriter.text(into, "within", relation.within());
        } else if (condition instanceof Condition.Calendar calendar) {
            into.put("calendar", calendar.busy() ? "busy" : "free");
        } else if (condition instanceof Condition.State state) {
            into.set("state", TriggerWriter.write(state.of()));
        } else if (condition instanceof Condition.Count count) {
            count(into.putObject("count"), count);
        } else if (condition instanceof Condition.Not not) {
            into.set("not", write(not.condition()));
        } else {
            List<ObjectNode> parts = new ArrayList<>();
            ((Condition.Any) condition).conditions().forEach(part -> parts.add(write(part)));
            into.putArray("any").addAll(parts);
        }
        return into;
    }

    private static void count(ObjectNode into, Condition.Count count) {
        into.set("of", TriggerWriter.write(count.of()));
        TriggerWriter.choice(into, "is", count.is());
        into.put("value", count.value());
        TriggerWriter.choice(into, "over", count.over());
        if (count.day() != 0) {
            into.put("day", count.day());
        }
    }
}
