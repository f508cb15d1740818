package dev.vigil.contract;

import dev.vigil.core.watch.Action;
import dev.vigil.core.watch.Condition;
import dev.vigil.core.watch.Trigger;
import dev.vigil.core.watch.Watch;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes a watch. */
final class WatchJson {
    private static final int MOST_TRIGGERS = 50;
    private static final int MOST_ACTIONS = 20;

    private WatchJson() {}

    static Watch read(JsonNode node, String path) {
        Fields fields = Fields.open(node, path).only("a watch", "when", "if", "then", "repeat", "until");
        List<Trigger> when = fields.list("when", MOST_TRIGGERS, "a list of triggers", TriggerReader::read);
        List<Condition> conditions = absent(fields.get("if"))
                ? List.of()
                : fields.list("if", ConditionJson.MOST, "a list of conditions", ConditionJson::read);
        List<Action> then = fields.list("then", MOST_ACTIONS, "a list of actions", ActionJson::read);
        Watch.Repeat repeat = fields.choice("repeat", Watch.Repeat.class);
        return new Watch(
                when,
                conditions,
                then,
                repeat == null ? Repeats.of(when) : repeat,
                fields.scalar("until", "a date or moment", (text, at) -> Scalars.until(text, false, at)));
    }

    private static boolean absent(JsonNode list) {
        return list == null || list.isArray() && list.isEmpty();
    }

    static ObjectNode write(Watch watch) {
        ObjectNode into = JsonNodeFactory.instance.objectNode();
        into.putArray("when")
                .addAll(watch.when().stream().map(TriggerWriter::write).toList());
        if (!watch.conditions().isEmpty()) {
            into.putArray("if")
                    .addAll(watch.conditions().stream()
                            .map(ConditionJson::write)
                            .toList());
        }
        into.putArray("then")
                .addAll(watch.then().stream().map(ActionJson::write).toList());
        // Always written: what it is when absent depends on the triggers, and readers should not have to know.
        TriggerWriter.choice(into, "repeat", watch.repeat());
        TriggerWriter.text(into, "until", watch.until() == null ? null : Scalars.write(watch.until()));
        return into;
    }
}
