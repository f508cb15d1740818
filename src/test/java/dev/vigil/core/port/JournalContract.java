package dev.vigil.core.port;

import static dev.vigil.core.port.JournalRows.ANN;
import static dev.vigil.core.port.JournalRows.BEN;
import static dev.vigil.core.port.JournalRows.NOON;
import static dev.vigil.core.port.JournalRows.steps;
import static dev.vigil.core.port.JournalRows.unnumbered;
import static dev.vigil.core.port.JournalRows.verdict;
import static dev.vigil.core.port.JournalRows.wakeup;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.core.fact.Arrival;
import dev.vigil.core.fact.Sample;
import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.run.Batch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link Journal} promises; each implementation extends it. */
public abstract class JournalContract extends OutboxContract {
    @Test
    void watches_are_numbered_from_one_for_each_person() {
        assertThat(journal.arm(unnumbered(ANN), NOON).number()).isEqualTo(1);
        assertThat(journal.arm(unnumbered(ANN), NOON).number()).isEqualTo(2);
        assertThat(journal.arm(unnumbered(BEN), NOON).number()).isEqualTo(1);
        assertThat(journal.watches(ANN)).extracting(ArmedWatch::number).containsExactly(1, 2);
        assertThat(journal.persons()).containsExactlyInAnyOrder(ANN, BEN);
    }

    @Test
    void a_watch_comes_back_as_it_was_armed() {
        ArmedWatch armed = journal.arm(unnumbered(ANN), NOON);

        assertThat(journal.watch(ANN, armed.number())).contains(armed);
        assertThat(journal.watch(BEN, armed.number())).isEmpty();
        assertThat(journal.watch(ANN, 99)).isEmpty();
    }

    @Test
    void a_removed_watch_is_listed_no_more_and_its_number_is_not_used_again() {
        ArmedWatch armed = journal.arm(unnumbered(ANN), NOON);
        journal.change(armed.with(ArmedWatch.State.REMOVED), "removed 1", NOON);

        assertThat(journal.watches(ANN)).isEmpty();
        assertThat(journal.arm(unnumbered(ANN), NOON).number()).isEqualTo(2);
    }

    @Test
    void undo_takes_back_one_change_after_the_other_down_to_the_arming() {
        ArmedWatch armed = journal.arm(unnumbered(ANN), NOON);
        journal.change(armed.with(ArmedWatch.State.PAUSED), "paused 1", NOON.plusSeconds(1));
        journal.change(armed.snoozed(NOON.plusSeconds(3600)), "snoozed 1", NOON.plusSeconds(2));

        Journal.Undone first = journal.undo(ANN, NOON.plusSeconds(3)).orElseThrow();
        assertThat(first.what()).isEqualTo("snoozed 1");
        assertThat(first.watch().state()).isEqualTo(ArmedWatch.State.PAUSED);
        assertThat(first.watch().resumes()).isNull();

        Journal.Undone second = journal.undo(ANN, NOON.plusSeconds(4)).orElseThrow();
        assertThat(second.what()).isEqualTo("paused 1");
        assertThat(second.watch()).isEqualTo(armed);
        assertThat(journal.watch(ANN, 1)).contains(armed);

        Journal.Undone third = journal.undo(ANN, NOON.plusSeconds(5)).orElseThrow();
        assertThat(third.watch().state()).isEqualTo(ArmedWatch.State.REMOVED);
        assertThat(journal.watches(ANN)).isEmpty();
        assertThat(journal.undo(ANN, NOON.plusSeconds(6))).isEmpty();
    }

    @Test
    void undo_is_each_persons_own() {
        journal.arm(unnumbered(ANN), NOON);

        assertThat(journal.undo(BEN, NOON)).isEmpty();
        assertThat(journal.watches(ANN)).hasSize(1);
    }

    @Test
    void undo_does_not_revive_a_trigger_that_fired_since() {
        ArmedWatch armed = journal.arm(unnumbered(ANN), NOON);
        ArmedWatch renamed = armed.snoozed(NOON.plusSeconds(60));
        journal.change(renamed, "snoozed 1", NOON);
        Batch fired = new Batch();
        fired.watches.add(renamed.spending(Set.of(0), ArmedWatch.State.DONE));
        journal.commit(ANN, fired);

        ArmedWatch after =
                journal.undo(ANN, NOON.plusSeconds(120)).orElseThrow().watch();

        assertThat(after.spent()).containsExactly(0);
        assertThat(after.state()).isEqualTo(ArmedWatch.State.DONE);
    }

    @Test
    void a_step_changes_watches_without_leaving_anything_to_undo_but_the_arming() {
        ArmedWatch armed = journal.arm(unnumbered(ANN), NOON);
        Batch step = new Batch();
        step.watches.add(armed.spending(Set.of(0), ArmedWatch.State.DONE));
        journal.commit(ANN, step);

        assertThat(journal.watch(ANN, 1).orElseThrow().state()).isEqualTo(ArmedWatch.State.DONE);
        assertThat(journal.undo(ANN, NOON).orElseThrow().watch().state()).isEqualTo(ArmedWatch.State.REMOVED);
    }

    @Test
    void an_arrival_that_is_stored_already_is_skipped() {
        commitArrivals(ANN, steps("a", NOON, 10));
        commitArrivals(ANN, steps("a", NOON, 99), steps("b", NOON, 20));

        assertThat(values(ANN, NOON.minusSeconds(1), NOON)).containsExactly(10.0, 20.0);
        assertThat(journal.known(ANN, "health", List.of("a", "b", "c"))).containsExactlyInAnyOrder("a", "b");
        assertThat(journal.known(ANN, "mail", List.of("a"))).isEmpty();
        assertThat(journal.known(BEN, "health", List.of("a"))).isEmpty();
    }

    @Test
    void arrivals_come_by_time_then_in_order_of_storage_from_exclusive_till_inclusive() {
        commitArrivals(ANN, steps("c", NOON.plusSeconds(60), 3), steps("a", NOON, 1));
        commitArrivals(ANN, steps("b", NOON, 2), steps("d", NOON.plusSeconds(61), 4));

        assertThat(values(ANN, NOON.minusSeconds(1), NOON.plusSeconds(60))).containsExactly(1.0, 2.0, 3.0);
        assertThat(values(ANN, NOON, NOON.plusSeconds(61))).containsExactly(3.0, 4.0);
        assertThat(values(BEN, NOON.minusSeconds(1), NOON.plusSeconds(61))).isEmpty();
    }

    @Test
    void arrivals_can_be_asked_of_one_connector() {
        commitArrivals(
                ANN,
                steps("a", NOON, 1),
                new Arrival("watchmaker", "a", NOON, steps("a", NOON, 2).fact()));

        List<Arrival> found = new ArrayList<>();
        journal.arrivals(ANN, "watchmaker", NOON.minusSeconds(1), NOON, found::add);

        assertThat(found).extracting(Arrival::connector).containsExactly("watchmaker");
    }

    @Test
    void who_reads_arrivals_may_write_meanwhile() {
        commitArrivals(ANN, steps("a", NOON, 1), steps("b", NOON, 2));

        journal.arrivals(
                ANN,
                null,
                NOON.minusSeconds(1),
                NOON,
                arrival -> commitArrivals(ANN, steps(arrival.id() + "'", NOON.plusSeconds(1), 5)));

        assertThat(values(ANN, NOON, NOON.plusSeconds(1))).containsExactly(5.0, 5.0);
    }

    @Test
    void by_cause_gives_the_latest_revision_first() {
        commitArrivals(ANN, steps("rev2", NOON, 2));
        commitArrivals(ANN, steps("rev3", NOON, 3));
        String cause = steps("any", NOON, 0).fact().cause();

        assertThat(journal.byCause(ANN, cause)).extracting(Arrival::id).containsExactly("rev3", "rev2");
        assertThat(journal.byCause(ANN, "mail:nobody@example.org")).isEmpty();
        assertThat(journal.byCause(BEN, cause)).isEmpty();
    }

    @Test
    void a_wakeup_replaces_the_one_of_the_same_id_until_it_is_settled() {
        Batch set = new Batch();
        set.wakeups.add(wakeup("k", NOON));
        set.wakeups.add(wakeup("other", NOON));
        journal.commit(ANN, set);
        Batch moved = new Batch();
        moved.wakeups.add(wakeup("k", NOON.plusSeconds(60)));
        moved.settled.add(wakeup("other", NOON).id());
        journal.commit(ANN, moved);

        assertThat(journal.wakeups(ANN)).containsExactly(wakeup("k", NOON.plusSeconds(60)));
        assertThat(journal.wakeups(BEN)).isEmpty();
    }

    @Test
    void a_memory_is_kept_until_it_is_forgotten() {
        Batch batch = new Batch();
        batch.memories.add(new Batch.Memory(ANN, "quiet", "till noon"));
        batch.memories.add(new Batch.Memory(ANN, "given", "1"));
        journal.commit(ANN, batch);
        Batch later = new Batch();
        later.memories.add(new Batch.Memory(ANN, "quiet", null));
        later.memories.add(new Batch.Memory(ANN, "given", "2"));
        journal.commit(ANN, later);

        assertThat(journal.memories(ANN)).isEqualTo(Map.of("given", "2"));
        assertThat(journal.memories(BEN)).isEmpty();
    }

    @Test
    void verdicts_are_the_firings_and_the_nearest_miss_of_a_day_newest_first() {
        journal.arm(unnumbered(ANN), NOON);
        Batch batch = new Batch();
        batch.misses.add(verdict(NOON, false, 2));
        batch.misses.add(verdict(NOON.plusSeconds(60), false, 1));
        batch.misses.add(verdict(NOON.plusSeconds(120), false, 3));
        batch.misses.add(verdict(NOON.plus(Duration.ofDays(1)), false, 3));
        batch.verdicts.add(verdict(NOON.plusSeconds(180), true, 0));
        batch.verdicts.add(verdict(NOON.plusSeconds(240), true, 0));
        journal.commit(ANN, batch);

        assertThat(journal.verdicts(ANN, 1, 10))
                .containsExactly(
                        verdict(NOON.plus(Duration.ofDays(1)), false, 3),
                        verdict(NOON.plusSeconds(240), true, 0),
                        verdict(NOON.plusSeconds(180), true, 0),
                        verdict(NOON.plusSeconds(60), false, 1));
        assertThat(journal.verdicts(ANN, 1, 2)).hasSize(2);
        assertThat(journal.verdicts(ANN, 2, 10)).isEmpty();
    }

    @Test
    void retaining_folds_old_samples_into_minutes_and_keeps_the_new() {
        Instant old = NOON.minus(Duration.ofDays(100));
        commitArrivals(
                ANN,
                steps("a", old.plusSeconds(1), 10),
                steps("b", old.plusSeconds(2), 20),
                steps("c", NOON.plusSeconds(1), 5),
                steps("d", NOON.plusSeconds(2), 6));

        journal.retain(ANN, NOON);

        assertThat(values(ANN, NOON, NOON.plusSeconds(60))).containsExactly(5.0, 6.0);
        assertThat(values(ANN, old.minusSeconds(1), old.plusSeconds(60)).stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isIn(0.0, 30.0);
        assertThat(values(ANN, old.minusSeconds(1), old.plusSeconds(60)).size()).isLessThan(2);
    }

    private void commitArrivals(String person, Arrival... arrivals) {
        Batch batch = new Batch();
        batch.arrivals.addAll(List.of(arrivals));
        journal.commit(person, batch);
    }

    private List<Double> values(String person, Instant from, Instant till) {
        List<Double> values = new ArrayList<>();
        journal.arrivals(person, null, from, till, arrival -> values.add(((Sample) arrival.fact()).value()));
        return values;
    }
}
