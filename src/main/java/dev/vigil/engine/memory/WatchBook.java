package dev.vigil.engine.memory;

import dev.vigil.core.Trouble;
import dev.vigil.core.port.Journal.Undone;
import dev.vigil.core.run.ArmedWatch;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One person's watches and the changes that can be taken back. */
final class WatchBook {
    /** {@code before} is null for an arming. */
    private record Change(String what, ArmedWatch before, ArmedWatch after) {}

    private final TreeMap<Integer, ArmedWatch> watches = new TreeMap<>();
    private final Deque<Change> changes = new ArrayDeque<>();

    ArmedWatch arm(ArmedWatch unnumbered) {
        int number = watches.isEmpty() ? 1 : watches.lastKey() + 1;
        ArmedWatch armed = numbered(unnumbered, number);
        watches.put(number, armed);
        changes.push(new Change("armed " + number, null, armed));
        return armed;
    }

    void change(ArmedWatch after, String what) {
        ArmedWatch before = watches.get(after.number());
        if (before == null) {
            throw new Trouble("There is no watch " + after.number() + "; list the watches to see which there are.");
        }
        watches.put(after.number(), after);
        changes.push(new Change(what, before, after));
    }

    /** A watch that the person removed stays removed, whatever a step that began earlier says of it. */
    void step(ArmedWatch after) {
        watches.computeIfPresent(
                after.number(), (number, stored) -> stored.state() == ArmedWatch.State.REMOVED ? stored : after);
    }

    Optional<Undone> undo() {
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        Change change = changes.pop();
        ArmedWatch now = watches.get(change.after().number());
        ArmedWatch restored =
                change.before() == null ? now.with(ArmedWatch.State.REMOVED) : keepingWhatFired(change, now);
        watches.put(restored.number(), restored);
        return Optional.of(new Undone(change.what(), restored));
    }

    private static ArmedWatch keepingWhatFired(Change change, ArmedWatch now) {
        ArmedWatch before = change.before();
        if (!before.watch().equals(now.watch())) {
            return before;
        }
        Set<Integer> spent = new HashSet<>(before.spent());
        spent.addAll(now.spent());
        boolean ended = now.state() == ArmedWatch.State.DONE && change.after().state() != ArmedWatch.State.DONE;
        return before.spending(spent, ended ? ArmedWatch.State.DONE : before.state());
    }

    List<ArmedWatch> standing() {
        return watches.values().stream()
                .filter(watch -> watch.state() != ArmedWatch.State.REMOVED)
                .toList();
    }

    Optional<ArmedWatch> watch(int number) {
        return Optional.ofNullable(watches.get(number));
    }

    private static ArmedWatch numbered(ArmedWatch watch, int number) {
        return new ArmedWatch(
                watch.person(),
                number,
                watch.goal(),
                watch.proposal(),
                watch.watch(),
                watch.since(),
                watch.zone(),
                watch.state(),
                watch.resumes(),
                watch.spent(),
                watch.mend());
    }
}
