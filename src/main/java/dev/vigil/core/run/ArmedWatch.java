package dev.vigil.core.run;

import dev.vigil.core.watch.Watch;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;

/**
 * A watch that a person armed.
 *
 * @param person whose it is
 * @param number counts from 1 for each person and is never used again
 * @param goal the person's words, or empty when a proposal was armed directly
 * @param proposal the contract's JSON as armed
 * @param since when it was armed; what is dated before fires nothing
 * @param zone the zone in which its local times are meant
 * @param resumes end of a snooze; null unless snoozed
 * @param spent indexes into {@code watch.when()} of the triggers that a {@code once} watch has used up
 * @param mend for a broken watch: one sentence that says why it cannot run and what mends it; else null
 */
public record ArmedWatch(
        String person,
        int number,
        String goal,
        String proposal,
        Watch watch,
        Instant since,
        ZoneId zone,
        State state,
        Instant resumes,
        Set<Integer> spent,
        String mend) {
    public ArmedWatch {
        spent = Set.copyOf(spent);
    }

    public enum State {
        ARMED,
        PAUSED,
        SNOOZED,
        DONE,
        BROKEN,
        REMOVED
    }

    public ArmedWatch with(State next) {
        return new ArmedWatch(person, number, goal, proposal, watch, since, zone, next, null, spent, null);
    }

    public ArmedWatch snoozed(Instant till) {
        return new ArmedWatch(person, number, goal, proposal, watch, since, zone, State.SNOOZED, till, spent, mend);
    }

    public ArmedWatch broken(String why) {
        return new ArmedWatch(person, number, goal, proposal, watch, since, zone, State.BROKEN, resumes, spent, why);
    }

    public ArmedWatch spending(Set<Integer> triggers, State next) {
        return new ArmedWatch(person, number, goal, proposal, watch, since, zone, next, resumes, triggers, mend);
    }
}
