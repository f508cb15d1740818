package dev.vigil.engine.watchman;

import dev.vigil.core.fact.Occurrence;
import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.run.Case;
import dev.vigil.core.run.Finding;
import dev.vigil.core.run.Meeting;
import dev.vigil.core.run.SeenEvent;
import dev.vigil.core.run.Wakeup;
import dev.vigil.core.watch.Trigger;
import dev.vigil.core.watch.Watch;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reminders around events, keyed (watch, trigger, occurrence, due moment): given once, again only if the event moves. */
final class Reminders {
    private static final String GIVEN = "given/";
    private static final Set<Trigger.Moment> EDGES = Set.of(Trigger.Moment.START, Trigger.Moment.END);

    private final Desk desk;
    private final CalendarBook calendar;
    private final Around around;
    private final Set<Integer> edged = new HashSet<>();

    Reminders(Desk desk, CalendarBook calendar, Around around) {
        this.desk = desk;
        this.calendar = calendar;
        this.around = around;
    }

    /** Plans a newly armed watch's trigger over all known events. */
    void planAll(ArmedWatch watch, String path, Trigger.Calendar trigger) {
        plan(watch, path, trigger, true);
    }

    private void plan(ArmedWatch watch, String path, Trigger.Calendar trigger, boolean arming) {
        for (Occurrence one : calendar.all()) {
            SeenEvent seen = new SeenEvent(trigger.moment(), one, null);
            if (worthAsking(watch, trigger, one)
                    && desk.setup.judge().explain(watch, path, seen, around).stream()
                            .allMatch(Finding::holds)) {
                plan(watch, path, one, arming);
            }
        }
    }

    private boolean worthAsking(ArmedWatch watch, Trigger.Calendar trigger, Occurrence one) {
        Instant due = Lead.due(watch.watch(), trigger, one);
        return due.isAfter(desk.now) || Lead.anchor(trigger, one).toInstant().isAfter(desk.now);
    }

    /** Plans anew after an event changed: what was planned for it is dropped first. */
    void replan(String uid) {
        replan(Set.of(uid));
    }

    void replan(Set<String> uids) {
        for (String uid : uids) {
            desk.agenda.settleReminders("calendar:" + uid, desk.batch);
            calendar.of(uid).forEach(this::meet);
        }
        if (!uids.isEmpty()) {
            List.copyOf(edged).forEach(this::replanEdges);
        }
    }

    /** Among the triggers of this watch the first and the last of a day are looked for. */
    void follow(ArmedWatch watch) {
        if (watch.watch().when().stream().anyMatch(Reminders::isEdge)) {
            edged.add(watch.number());
        }
    }

    /** The first and the last of a day may be others now. */
    private void replanEdges(int number) {
        if (!desk.active(number)) {
            edged.remove(number);
            return;
        }
        ArmedWatch watch = desk.watch(number);
        for (int i = 0; i < watch.watch().when().size(); i++) {
            if (isEdge(watch.watch().when().get(i)) && !watch.spent().contains(i)) {
                int index = i;
                desk.agenda.settleIf(
                        number,
                        wakeup -> wakeup.kind() == Wakeup.Kind.REMINDER && wakeup.trigger() == index,
                        desk.batch);
                plan(
                        watch,
                        "when[" + i + "]",
                        (Trigger.Calendar) watch.watch().when().get(i),
                        false);
            }
        }
    }

    private static boolean isEdge(Trigger trigger) {
        return trigger instanceof Trigger.Calendar asked
                && (asked.first() || asked.last())
                && EDGES.contains(asked.moment());
    }

    private void meet(Occurrence one) {
        if (one.end().toInstant().isBefore(desk.now.minus(Duration.ofDays(9)))) {
            return;
        }
        for (Trigger.Moment moment : EDGES) {
            for (Meeting meeting : desk.setup.judge().meet(new SeenEvent(moment, one, null), around)) {
                ArmedWatch watch = desk.watch(meeting.watch());
                if (meeting.met()
                        && !isEdge(watch.watch().when().get(meeting.trigger()))
                        && desk.active(watch.number())) {
                    plan(watch, meeting.path(), one, false);
                }
            }
        }
    }

    private void plan(ArmedWatch watch, String path, Occurrence one, boolean arming) {
        int index = Integer.parseInt(path.substring(5, path.indexOf(']')));
        Trigger.Calendar trigger = trigger(watch, path);
        if (desk.spent(watch.number(), index)) {
            return;
        }
        Instant due = Lead.due(watch.watch(), trigger, one);
        Instant anchor = Lead.anchor(trigger, one).toInstant();
        String key = path + " " + one.cause() + "@" + due;
        if (desk.over(watch, due) || desk.memory.has(given(watch, key))) {
            return;
        }
        boolean after = path.endsWith(".after");
        if (due.isAfter(desk.now)) {
            desk.wake(watch, index, Wakeup.Kind.REMINDER, key, due, one.cause());
        } else if (anchor.isAfter(desk.now) && !after) {
            if (arming && watch.watch().repeat() == Watch.Repeat.ALWAYS && !due.isAfter(watch.since())) {
                given(watch, key, anchor);
            } else {
                desk.wake(watch, index, Wakeup.Kind.REMINDER, key, desk.now, one.cause());
            }
        }
    }

    static Trigger.Calendar trigger(ArmedWatch watch, String path) {
        Trigger trigger = watch.watch().when().get(Integer.parseInt(path.substring(5, path.indexOf(']'))));
        if (trigger instanceof Trigger.Silence silence) {
            trigger = path.endsWith(".after") ? silence.after() : silence.of();
        }
        return (Trigger.Calendar) trigger;
    }

    /** The case of a reminder that has come; null when its event is gone. */
    Reason come(Wakeup wakeup, boolean late) {
        ArmedWatch watch = desk.watch(wakeup.watch());
        Occurrence one = calendar.byCause(wakeup.note());
        if (one == null) {
            return null;
        }
        ZonedDateTime at = desk.local(wakeup.due(), watch);
        Trigger.Calendar trigger = (Trigger.Calendar) watch.watch().when().get(wakeup.trigger());
        Finding found = new Finding(
                "when[" + wakeup.trigger() + "]",
                true,
                "“" + one.item().summary() + "” "
                        + (trigger.moment() == Trigger.Moment.END
                                ? "ends " + one.end().toLocalDateTime()
                                : "starts " + one.start().toLocalDateTime()),
                List.of(one.cause()));
        Case about =
                new Case(wakeup.watch(), wakeup.trigger(), one.cause(), at, List.of(found), List.of(one.cause()), one);
        String key = wakeup.key().substring(wakeup.key().indexOf(' ') + 1);
        return new Reason(about, key, () -> desk.setup.telling().event(trigger, one), late);
    }

    /** Whether a reminder that was missed still helps: its event lies ahead. */
    boolean helps(Wakeup wakeup, Instant wall) {
        Occurrence one = calendar.byCause(wakeup.note());
        return one != null
                && Lead.anchor(trigger(desk.watch(wakeup.watch()), wakeup.key()), one)
                        .toInstant()
                        .isAfter(wall);
    }

    void given(Wakeup wakeup) {
        Occurrence one = calendar.byCause(wakeup.note());
        given(
                desk.watch(wakeup.watch()),
                wakeup.key(),
                one == null ? wakeup.due() : one.end().toInstant());
    }

    private void given(ArmedWatch watch, String key, Instant until) {
        desk.memory.put(given(watch, key), until.toString(), desk.batch);
    }

    private static String given(ArmedWatch watch, String key) {
        return GIVEN + watch.number() + "/" + key;
    }

    /** Reminders of long past events need not be remembered. */
    void forget() {
        desk.memory.forget(GIVEN, desk.now.minus(Duration.ofDays(10)), desk.batch);
    }
}
