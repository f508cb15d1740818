package dev.vigil.contract;

import dev.vigil.core.Trouble;
import dev.vigil.core.port.Recurrences;
import dev.vigil.core.watch.Proposal;
import dev.vigil.core.watch.Trigger;
import dev.vigil.core.watch.Watch;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Proposals and watches as JSON. Fields of a proposal that this version does not know are passed over; inside a watch
 * they are refused, so that a mistyped field never arms a wider watch than was meant. A refusal is a {@link Trouble}
 * of one sentence: the JSON path ({@code when[0].amount.is}, {@code of[1].when[0]}), what was found, what was expected.
 */
public final class ProposalJson {
    /** The longest proposal, in bytes of UTF-8. */
    public static final int LONGEST = 64 * 1024;

    private static final int DEEPEST = 60;
    private static final int MOST_OF_SEVERAL = 50;
    private static final int DEEPEST_SEVERAL = 5;

    private static final List<String> KINDS =
            List.of("watch", "question", "unsupported", "query", "change", "act", "none", "several");
    private static final List<String> ASKS = List.of("threshold", "what", "who", "when", "which");
    private static final List<String> MISSING = List.of(
            "weather",
            "location",
            "travel time",
            "home",
            "web",
            "social",
            "news",
            "market",
            "phone",
            "music",
            "other people",
            "language",
            "other");
    private static final List<String> TASKS = List.of("add_event", "send_mail", "schedule_meeting", "other");

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxDocumentLength(LONGEST)
                            .maxNumberLength(100)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ProposalJson() {}

    /**
     * Reads a proposal; a bare watch ({@code {"when": …}}) counts as one of kind watch.
     *
     * @throws Trouble if it is not one, in one sentence with the place
     */
    public static Proposal read(String json) {
        return proposal(tree(json), "", 1);
    }

    /**
     * Reads a proposal and checks its recurrence rules as a whole.
     *
     * @throws Trouble as {@link #read(String)}
     */
    public static Proposal read(String json, Recurrences recurrences) {
        Proposal proposal = read(json);
        checkRules(proposal, "", recurrences);
        return proposal;
    }

    /**
     * Reads the watch of a proposal of kind watch.
     *
     * @throws Trouble also if the proposal is of another kind
     */
    public static Watch readWatch(String proposalJson) {
        if (read(proposalJson) instanceof Proposal.Armable armable) {
            return armable.watch();
        }
        throw Refusal.at("kind", "only a proposal of kind watch can be armed");
    }

    /**
     * Reads JSON Lines to the end, keeping the good lines.
     *
     * @throws java.io.UncheckedIOException if the reader fails
     */
    public static ProposalLines readLines(Reader reader) {
        return ProposalLines.read(reader);
    }

    /** The canonical text, on one line: fields in the contract's order, what equals a default left out. */
    public static String write(Proposal proposal) {
        return MAPPER.writeValueAsString(node(proposal));
    }

    /** The canonical text of the watch object alone. */
    public static String write(Watch watch) {
        return MAPPER.writeValueAsString(WatchJson.write(watch));
    }

    private static JsonNode tree(String json) {
        if (json.length() > LONGEST || json.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new Trouble("the proposal is longer than " + LONGEST / 1024 + " KiB");
        }
        try {
            JsonNode tree = MAPPER.readTree(json);
            if (!tree.isObject()) {
                throw new Trouble("expected a proposal, which is a JSON object");
            }
            return tree;
        } catch (StreamConstraintsException e) {
            throw new Trouble("nested deeper than " + DEEPEST + " levels or with an overlong number" + where(e), e);
        } catch (JacksonException e) {
            boolean twice = e.getOriginalMessage().startsWith("Duplicate");
            throw new Trouble((twice ? "a field stands twice" : "not valid JSON") + where(e), e);
        }
    }

    private static String where(JacksonException e) {
        return e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    private static Proposal proposal(JsonNode node, String path, int depth) {
        Fields fields = Fields.open(node, path);
        if (!fields.has("kind") && fields.has("when")) {
            return new Proposal.Armable(WatchJson.read(node, path));
        }
        return switch (fields.oneOf("kind", KINDS)) {
            case "watch" -> watch(fields, path);
            case "question" -> new Proposal.Question(fields.oneOf("ask", ASKS));
            case "unsupported" -> new Proposal.Unsupported(fields.oneOf("missing", MISSING));
            case "query" -> new Proposal.Query();
            case "change" -> new Proposal.Change();
            case "act" -> new Proposal.Act(fields.oneOf("do", TASKS));
            case "none" -> new Proposal.None();
            default -> several(fields, depth);
        };
    }

    /** Paths start at the watch, so that they read the same with and without the proposal around it. */
    private static Proposal watch(Fields fields, String path) {
        JsonNode watch = fields.need("watch", "a watch");
        if (!watch.isObject()) {
            throw Refusal.expected(fields.path("watch"), "a watch", watch);
        }
        return new Proposal.Armable(WatchJson.read(watch, path));
    }

    private static Proposal several(Fields fields, int depth) {
        if (depth > DEEPEST_SEVERAL) {
            throw Refusal.at(fields.path(), "proposals are nested more than " + DEEPEST_SEVERAL + " deep");
        }
        return new Proposal.Several(fields.list(
                "of", MOST_OF_SEVERAL, "a list of proposals", (entry, at) -> proposal(entry, at, depth + 1)));
    }

    private static ObjectNode node(Proposal proposal) {
        ObjectNode into = JsonNodeFactory.instance.objectNode();
        if (proposal instanceof Proposal.Armable armable) {
            into.put("kind", "watch").set("watch", WatchJson.write(armable.watch()));
        } else if (proposal instanceof Proposal.Question question) {
            into.put("kind", "question").put("ask", question.ask());
        } else if (proposal instanceof Proposal.Unsupported unsupported) {
            into.put("kind", "unsupported").put("missing", unsupported.missing());
        } else if (proposal instanceof Proposal.Query) {
            into.put("kind", "query");
        } else if (proposal instanceof Proposal.Change) {
            into.put("kind", "change");
        } else if (proposal instanceof Proposal.Act act) {
            into.put("kind", "act").put("do", act.task());
        } else if (proposal instanceof Proposal.Several several) {
            into.put("kind", "several")
                    .putArray("of")
                    .addAll(several.of().stream().map(ProposalJson::node).toList());
        } else {
            into.put("kind", "none");
        }
        return into;
    }

    private static void checkRules(Proposal proposal, String path, Recurrences recurrences) {
        if (proposal instanceof Proposal.Several several) {
            for (int i = 0; i < several.of().size(); i++) {
                checkRules(several.of().get(i), path + "of[" + i + "].", recurrences);
            }
        } else if (proposal instanceof Proposal.Armable armable) {
            List<Trigger> when = armable.watch().when();
            for (int i = 0; i < when.size(); i++) {
                if (when.get(i) instanceof Trigger.Time time && time.every() != null) {
                    checkRule(time.every(), path + "when[" + i + "].every", recurrences);
                }
            }
        }
    }

    private static void checkRule(String rule, String path, Recurrences recurrences) {
        try {
            recurrences.check(rule);
        } catch (Trouble e) {
            throw new Trouble(path + ": " + e.getMessage(), e);
        }
    }
}
