package dev.vigil.store;

import static dev.vigil.store.Examples.ME;
import static dev.vigil.store.Examples.NOON;
import static dev.vigil.store.Examples.watch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.core.Trouble;
import dev.vigil.core.port.Journal;
import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.run.ArmedWatch.State;
import dev.vigil.core.run.Batch;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class WatchesTest {
    @Parameter
    TestDatabase database;

    @TempDir
    Path folder;

    private String url;
    private Journal journal;

    @BeforeEach
    void open() {
        url = database.newUrl(folder);
        journal = TestDatabase.open(url);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void watchesAreNumberedFromOneForEachPerson() {
        assertThat(journal.arm(watch("{}"), NOON).number()).isEqualTo(1);
        assertThat(journal.arm(watch("{}"), NOON).number()).isEqualTo(2);
        ArmedWatch hers = new ArmedWatch(
                "anna", 0, "", "{}", TestDatabase.WATCH, NOON, Examples.LONDON, State.ARMED, null, Set.of(), null);
        assertThat(journal.arm(hers, NOON).number()).isEqualTo(1);
        assertThat(journal.persons()).containsExactly("anna", ME);
    }

    @Test
    void anArmedWatchComesBackWholeAfterARestart() {
        ArmedWatch armed = journal.arm(watch("{\"kind\":\"watch\"}"), NOON).snoozed(NOON.plusSeconds(3600));
        journal.change(armed.spending(Set.of(0, 2), State.SNOOZED), "snoozed 1", NOON);
        journal = TestDatabase.reopened(journal, url);

        assertThat(journal.watches(ME)).containsExactly(armed.spending(Set.of(2, 0), State.SNOOZED));
        assertThat(journal.watch(ME, 1)).contains(armed.spending(Set.of(2, 0), State.SNOOZED));
        assertThat(journal.watch(ME, 2)).isEmpty();
    }

    @Test
    void aNumberIsNotUsedAgainAfterItsArmingWasTakenBack() {
        journal.arm(watch("{}"), NOON);
        Journal.Undone undone = journal.undo(ME, NOON).orElseThrow();
        assertThat(undone.what()).isEqualTo("armed 1");
        assertThat(undone.watch().state()).isEqualTo(State.REMOVED);
        assertThat(journal.watches(ME)).isEmpty();
        assertThat(journal.arm(watch("{}"), NOON).number()).isEqualTo(2);
    }

    @Test
    void undoTakesBackTheLastChangeThenTheOneBefore() {
        ArmedWatch armed = journal.arm(watch("{}"), NOON);
        journal.change(armed.with(State.PAUSED), "paused 1", NOON);
        journal.change(armed.with(State.REMOVED), "removed 1", NOON);
        assertThat(journal.watches(ME)).isEmpty();

        assertThat(journal.undo(ME, NOON).orElseThrow().watch().state()).isEqualTo(State.PAUSED);
        assertThat(journal.undo(ME, NOON).orElseThrow().what()).isEqualTo("paused 1");
        assertThat(journal.watches(ME)).containsExactly(armed);
        assertThat(journal.undo(ME, NOON).orElseThrow().what()).isEqualTo("armed 1");
        assertThat(journal.undo(ME, NOON)).isEmpty();
    }

    @Test
    void undoDoesNotForgetWhatAWatchHasSpentSince() {
        ArmedWatch armed = journal.arm(watch("{}"), NOON);
        journal.change(armed.with(State.PAUSED), "paused 1", NOON);
        journal.change(armed.with(State.ARMED), "resumed 1", NOON);
        Batch fired = new Batch();
        fired.watches.add(armed.spending(Set.of(0), State.ARMED));
        journal.commit(ME, fired);

        ArmedWatch back = journal.undo(ME, NOON).orElseThrow().watch();
        assertThat(back.state()).isEqualTo(State.PAUSED);
        assertThat(back.spent()).containsExactly(0);
    }

    @Test
    void aStepThatRanMeanwhileDoesNotBringBackARemovedWatch() {
        ArmedWatch armed = journal.arm(watch("{}"), NOON);
        journal.change(armed.with(State.REMOVED), "removed 1", NOON);
        Batch fired = new Batch();
        fired.watches.add(armed.spending(Set.of(0), State.DONE));
        journal.commit(ME, fired);
        assertThat(journal.watch(ME, 1).orElseThrow().state()).isEqualTo(State.REMOVED);
    }

    @Test
    void aProposalThatCanNoLongerBeReadIsABrokenWatchAmongGoodOnes() {
        journal.arm(watch("{\"fine\":1}"), NOON);
        ArmedWatch odd = journal.arm(watch("{\"written tomorrow\":1}"), NOON);
        assertThat(odd.state()).isEqualTo(State.BROKEN);

        assertThat(journal.watches(ME)).extracting(ArmedWatch::state).containsExactly(State.ARMED, State.BROKEN);
        assertThat(journal.watches(ME).get(1).mend()).contains("say the goal again");
        assertThat(journal.watches(ME).get(1).proposal()).isEqualTo("{\"written tomorrow\":1}");
    }

    @Test
    void aWatchThatDoesNotExistCannotBeChanged() {
        ArmedWatch nine = new ArmedWatch(
                ME, 9, "", "{}", TestDatabase.WATCH, NOON, Examples.LONDON, State.PAUSED, null, Set.of(), null);
        assertThatThrownBy(() -> journal.change(nine, "paused 9", NOON))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("no watch 9");
    }
}
