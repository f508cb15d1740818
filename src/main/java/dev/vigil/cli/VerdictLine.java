package dev.vigil.cli;

import dev.vigil.core.run.Finding;
import dev.vigil.core.run.Verdict;
import java.time.ZoneId;

/** One verdict with its conditions, for people and as JSON. */
final class VerdictLine {
    private VerdictLine() {}

    static String json(Verdict verdict, ZoneId zone) {
        return new JsonLine()
                .put("watch", verdict.watch())
                .put("event", verdict.event())
                .put("at", Show.iso(verdict.at(), zone))
                .put("fired", verdict.fired())
                .objects(
                        "conditions",
                        verdict.conditions().stream().map(VerdictLine::json).toList())
                .end();
    }

    private static String json(Finding finding) {
        return new JsonLine()
                .put("path", finding.path())
                .put("holds", finding.holds())
                .put("value", finding.value())
                .put("because", finding.because())
                .end();
    }

    /** A line for the event and one for each condition. */
    static String plain(Verdict verdict, ZoneId zone) {
        StringBuilder lines = new StringBuilder(Show.plain(Show.moment(verdict.at(), zone) + "  " + verdict.event()
                + (verdict.fired() ? "  fired" : "  did not fire")));
        for (Finding finding : verdict.conditions()) {
            lines.append("\n    ")
                    .append(finding.holds() ? "yes  " : "no   ")
                    .append(Show.plain(finding.path() + ": " + finding.value()));
        }
        return lines.toString();
    }
}
