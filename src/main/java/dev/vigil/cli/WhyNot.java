package dev.vigil.cli;

import dev.vigil.core.run.Finding;
import dev.vigil.core.run.Verdict;
import dev.vigil.core.watch.Condition;
import dev.vigil.core.watch.Trigger;
import dev.vigil.core.watch.Watch;
import java.time.ZoneId;
import java.util.List;

/**
 * A question of the demo: why was that not told? The answer is the verdict that the replay came to.
 *
 * @param event as in {@code because}
 * @param question in plain words
 */
record WhyNot(int watch, String event, String question) {
    /** Reads {@code WATCH EVENT QUESTION}. */
    static WhyNot read(String line) {
        String[] parts = line.split(" ", 3);
        return new WhyNot(Integer.parseInt(parts[0]), parts[1], parts[2]);
    }

    /** The question, and a line for each condition of the nearest miss at that event. */
    String answer(Watch asked, List<Verdict> misses, ZoneId zone) {
        Verdict nearest = misses.stream()
                .filter(miss -> miss.watch() == watch && miss.event().equals(event))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("nothing was missed at " + event));
        StringBuilder lines = new StringBuilder(question)
                .append("\n  ")
                .append(Show.plain(Show.moment(nearest.at(), zone) + "  watch " + watch + "  " + event));
        for (Finding finding : nearest.conditions()) {
            lines.append("\n    ")
                    .append(finding.holds() ? "✓ " : "✗ ")
                    .append(Show.plain(label(asked, finding.path()) + ": " + finding.value()));
        }
        return lines.toString();
    }

    /** What a condition is called: the field's own name; that of a relation, what the moment should lie to. */
    private static String label(Watch asked, String path) {
        int field = path.indexOf('.');
        if (field >= 0) {
            return path.substring(field + 1);
        }
        if (path.startsWith("when")) {
            return "when";
        }
        int index = Integer.parseInt(path.substring(path.indexOf('[') + 1, path.indexOf(']')));
        return asked.conditions().get(index) instanceof Condition.Relation relation
                        && relation.of() instanceof Trigger.Calendar event
                        && event.about() != null
                ? Door.lower(relation.order()) + " “" + event.about() + "”"
                : "if";
    }
}
