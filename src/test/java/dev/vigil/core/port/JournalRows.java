package dev.vigil.core.port;

import dev.vigil.core.fact.Arrival;
import dev.vigil.core.fact.Sample;
import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.run.Batch;
import dev.vigil.core.run.Delivery;
import dev.vigil.core.run.Finding;
import dev.vigil.core.run.Notice;
import dev.vigil.core.run.SourceRow;
import dev.vigil.core.run.Verdict;
import dev.vigil.core.run.Wakeup;
import dev.vigil.core.watch.Action;
import dev.vigil.core.watch.Metric;
import dev.vigil.core.watch.Trigger;
import dev.vigil.core.watch.Watch;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows that the journal's contract is tried with. */
final class JournalRows {
    static final String ANN = "ann";
    static final String BEN = "ben";
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private JournalRows() {}

    static List<String> ids(List<Delivery> deliveries) {
        return deliveries.stream().map(delivery -> delivery.notice().id()).toList();
    }

    static ArmedWatch unnumbered(String person) {
        Watch watch = new Watch(
                List.of(new Trigger.Time(LocalDateTime.of(2026, 11, 22, 8, 0), null, null, List.of(), null)),
                List.of(),
                List.of(new Action.Notify("water the plants", false, null)),
                Watch.Repeat.ONCE,
                null);
        String proposal = "{\"kind\":\"watch\",\"watch\":{\"when\":[{\"on\":\"time\",\"at\":\"2026-11-22T08:00\"}],"
                + "\"then\":[{\"do\":\"notify\",\"say\":\"water the plants\"}],\"repeat\":\"once\"}}";
        return new ArmedWatch(
                person,
                0,
                "remind me tomorrow to water the plants",
                proposal,
                watch,
                NOON,
                ZONE,
                ArmedWatch.State.ARMED,
                null,
                Set.of(),
                null);
    }

    static Arrival steps(String id, Instant at, double count) {
        return new Arrival("health", id, at, new Sample(Metric.STEPS, at, at, count, "wrist", "", false));
    }

    static Wakeup wakeup(String key, Instant due) {
        return new Wakeup(ANN, 1, 0, Wakeup.Kind.TICK, key, due, "");
    }

    static Verdict verdict(Instant at, boolean fired, int failing) {
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding("when[0]", true, "it was time", List.of("time:" + at)));
        for (int i = 0; i < failing; i++) {
            findings.add(new Finding("if[" + i + "]", false, "Saturday", List.of()));
        }
        return new Verdict(ANN, 1, 0, "time:" + at, at, fired, findings);
    }

    static Batch progress(String cursor, int seen) {
        Batch batch = new Batch();
        batch.progress.add(new Batch.Progress("inbox", cursor, NOON, seen, List.of()));
        return batch;
    }

    static SourceRow source(String name) {
        return new SourceRow(ANN, name, "mail", "imaps://old", "u", null, Map.of(), null, null, 0, null, List.of());
    }

    static Delivery waiting(String id, String channel, Instant release) {
        return new Delivery(notice(id, release), channel, Delivery.State.WAITING, 0, release, null);
    }

    static Notice notice(String id, Instant release) {
        return new Notice(
                id,
                ANN,
                1,
                "time:x",
                List.of("time:x"),
                0,
                "notify",
                "water the plants",
                "",
                false,
                NOON,
                release,
                false);
    }
}
