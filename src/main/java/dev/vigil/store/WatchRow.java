package dev.vigil.store;

import dev.vigil.core.run.ArmedWatch;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlStatement;

/** A watch as its row holds it: the proposal is text. Also what the change log keeps of before and after. */
record WatchRow(
        String person,
        int number,
        String goal,
        String proposal,
        long since,
        String zone,
        String state,
        Long resumes,
        List<Integer> spent,
        String mend) {

    static final String COLUMNS = "person, number, goal, proposal, since, zone, state, resumes, spent, mend";

    static WatchRow of(ArmedWatch watch, int number) {
        return new WatchRow(
                watch.person(),
                number,
                watch.goal() == null ? "" : watch.goal(),
                watch.proposal(),
                Micros.floor(watch.since()),
                watch.zone().getId(),
                watch.state().name(),
                Micros.of(watch.resumes()),
                List.copyOf(new TreeSet<>(watch.spent())),
                watch.mend());
    }

    static WatchRow read(Row row) throws SQLException {
        Instant resumes = row.moment("resumes");
        return new WatchRow(
                row.text("person"),
                row.number("number"),
                row.text("goal"),
                row.text("proposal"),
                row.big("since"),
                row.text("zone"),
                row.text("state"),
                Micros.of(resumes),
                numbers(row.text("spent")),
                row.text("mend"));
    }

    <S extends SqlStatement<S>> S bindTo(S statement) {
        return statement
                .bind("person", person)
                .bind("number", number)
                .bind("goal", goal)
                .bind("proposal", proposal)
                .bind("since", since)
                .bind("zone", zone)
                .bind("state", state)
                .bind("resumes", resumes)
                .bind("spent", spent.stream().map(String::valueOf).collect(Collectors.joining(",")))
                .bind("mend", mend);
    }

    /** Takes back what a change did, and leaves alone what has happened to the watch since. */
    WatchRow takingBack(WatchRow before, WatchRow after) {
        return new WatchRow(
                person,
                number,
                before.goal,
                before.proposal,
                before.since == after.since ? since : before.since,
                before.zone,
                before.state.equals(after.state) ? state : before.state,
                java.util.Objects.equals(before.resumes, after.resumes) ? resumes : before.resumes,
                before.spent.equals(after.spent) ? spent : before.spent,
                java.util.Objects.equals(before.mend, after.mend) ? mend : before.mend);
    }

    WatchRow removed() {
        return new WatchRow(
                person, number, goal, proposal, since, zone, ArmedWatch.State.REMOVED.name(), null, spent, null);
    }

    Set<Integer> spentSet() {
        return Set.copyOf(spent);
    }

    ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    private static List<Integer> numbers(String text) {
        return text.isEmpty()
                ? List.of()
                : List.of(text.split(",")).stream().map(Integer::valueOf).toList();
    }
}
