package dev.vigil.contract;

import dev.vigil.core.watch.Action;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes one action. */
final class ActionJson {
    private static final List<String> NAMES = List.of(
            "notify",
            "suggest_break",
            "dim_screen",
            "quiet",
            "block_time",
            "draft_reply",
            "soften",
            "forward",
            "label",
            "digest",
            "run");

    private ActionJson() {}

    static Action read(JsonNode node, String path) {
        Fields fields = Fields.open(node, path);
        String name = fields.oneOf("do", NAMES);
        return switch (name) {
            case "notify" -> {
                fields.only(name, "do", "say", "urgent", "via");
                yield new Action.Notify(
                        fields.text("say"), fields.flag("urgent"), fields.choice("via", Action.Via.class));
            }
            case "suggest_break" ->
                new Action.SuggestBreak(fields.only(name, "do", "for").length("for"));
            case "dim_screen" -> {
                fields.only(name, "do", "level");
                yield new Action.DimScreen(fields.has("level") ? fields.whole("level", 0, 100) : null);
            }
            case "quiet" -> {
                fields.only(name, "do", "for", "till");
                if (fields.has("for")) {
                    fields.refuse("till", "cannot stand beside for; say one of the two");
                }
                yield new Action.Quiet(fields.length("for"), fields.time("till"));
            }
            case "block_time" -> {
                fields.only(name, "do", "for", "say");
                yield new Action.BlockTime(fields.length("for"), fields.text("say"));
            }
            case "draft_reply" -> {
                fields.only(name, "do");
                yield new Action.DraftReply();
            }
            case "soften" -> {
                fields.only(name, "do");
                yield new Action.Soften();
            }
            case "forward" -> new Action.Forward(fields.only(name, "do", "to").needText("to", "whom to forward to"));
            case "label" -> new Action.Label(fields.only(name, "do", "as").needText("as", "the label"));
            case "digest" -> new Action.Digest(fields.only(name, "do", "of").needChoice("of", Action.Topic.class));
            default ->
                new Action.Run(fields.only(name, "do", "name").needText("name", "the name of a registered command"));
        };
    }

    static ObjectNode write(Action action) {
        ObjectNode into = JsonNodeFactory.instance.objectNode();
        into.put("do", action.name());
        if (action instanceof Action.Notify notify) {
            TriggerWriter.text(into, "say", notify.say());
            TriggerWriter.flag(into, "urgent", notify.urgent());
            TriggerWriter.choice(into, "via", notify.via());
        } else if (action instanceof Action.SuggestBreak suggestion) {
            TriggerWriter.text(into, "for", suggestion.lasting());
        } else if (action instanceof Action.DimScreen dim && dim.level() != null) {
            into.put("level", dim.level());
        } else if (action instanceof Action.Quiet quiet) {
            TriggerWriter.text(into, "for", quiet.lasting());
            TriggerWriter.text(into, "till", quiet.till());
        } else if (action instanceof Action.BlockTime block) {
            TriggerWriter.text(into, "for", block.lasting());
            TriggerWriter.text(into, "say", block.say());
        } else if (action instanceof Action.Forward forward) {
            TriggerWriter.text(into, "to", forward.to());
        } else if (action instanceof Action.Label label) {
            TriggerWriter.text(into, "as", label.as());
        } else if (action instanceof Action.Digest digest) {
            TriggerWriter.choice(into, "of", digest.of());
        } else if (action instanceof Action.Run run) {
            TriggerWriter.text(into, "name", run.command());
        }
        return into;
    }
}
