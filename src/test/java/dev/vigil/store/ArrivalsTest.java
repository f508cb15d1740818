package dev.vigil.store;

import static dev.vigil.store.Examples.ME;
import static dev.vigil.store.Examples.NOON;
import static dev.vigil.store.Examples.batch;
import static dev.vigil.store.Examples.event;
import static dev.vigil.store.Examples.eventArrival;
import static dev.vigil.store.Examples.heartRate;
import static dev.vigil.store.Examples.mail;
import static dev.vigil.store.Examples.mailArrival;
import static dev.vigil.store.Examples.sampleArrival;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.core.fact.Arrival;
import dev.vigil.core.fact.CalendarItem;
import dev.vigil.core.fact.Sample;
import dev.vigil.core.run.Batch;
import dev.vigil.core.watch.Metric;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class ArrivalsTest {
    @Parameter
    TestDatabase database;

    @TempDir
    Path folder;

    private JdbiJournal journal;

    @BeforeEach
    void open() {
        journal = database.open(folder);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private List<Arrival> all() {
        return between(Instant.EPOCH, NOON.plusSeconds(1_000_000_000), null);
    }

    private List<Arrival> between(Instant from, Instant till, String connector) {
        List<Arrival> found = new ArrayList<>();
        journal.arrivals(ME, connector, from, till, found::add);
        return found;
    }

    @Test
    void factsOfEveryKindComeBackAsTheyWereStored() {
        Arrival[] stored = {
            mailArrival("a@example.org", NOON),
            eventArrival(event("dentist", 0, NOON.plusSeconds(1), Examples.weekly())),
            sampleArrival(heartRate(NOON.plusSeconds(2), 61.5)),
            sampleArrival(new Sample(
                    Metric.WORKOUT, NOON.plusSeconds(3), NOON.plusSeconds(1803), 30, "Watch", "running", false)),
            sampleArrival(new Sample(Metric.SLEEP, NOON.minusSeconds(9000), NOON.plusSeconds(4), 2.5, "Ring", "", true))
        };
        journal.commit(ME, batch(stored));
        assertThat(all()).containsExactly(stored);
    }

    @Test
    void arrivalsComeInOrderOfTimeThenOfStorageWhateverTheirTable() {
        Arrival late = sampleArrival(heartRate(NOON.plusSeconds(60), 70));
        Arrival first = mailArrival("first", NOON);
        Arrival second = sampleArrival(heartRate(NOON, 71));
        Arrival third = mailArrival("third", NOON);
        journal.commit(ME, batch(late, first));
        journal.commit(ME, batch(second));
        journal.commit(ME, batch(third));
        assertThat(all()).containsExactly(first, second, third, late);
    }

    @Test
    void theBeginningOfASpanIsOutsideAndItsEndInside() {
        Arrival at = mailArrival("a", NOON);
        Arrival sample = sampleArrival(heartRate(NOON, 60));
        journal.commit(ME, batch(at, sample));
        assertThat(between(NOON, NOON.plusSeconds(1), null)).isEmpty();
        assertThat(between(NOON.minusMillis(1), NOON, null)).containsExactly(at, sample);
        assertThat(between(NOON.minusSeconds(2), NOON.minusMillis(1), null)).isEmpty();
        assertThat(between(Instant.MIN, Instant.MAX, "mail")).containsExactly(at);
        assertThat(between(Instant.MIN, Instant.MAX, "health")).containsExactly(sample);
        assertThat(between(Instant.MIN, Instant.MAX, "calendar")).isEmpty();
    }

    @Test
    void whatIsStoredAlreadyIsSkippedAndTheRestOfTheBatchIsNot() {
        Arrival mail = mailArrival("a", NOON);
        Arrival sample = sampleArrival(heartRate(NOON, 60));
        journal.commit(ME, batch(mail, sample));
        Arrival other = new Arrival("mail", "a", NOON.plusSeconds(5), mail("b", NOON, "another text"));
        Arrival fresh = mailArrival("c", NOON);
        journal.commit(ME, batch(other, sample, sample, fresh, fresh));
        assertThat(all()).containsExactly(mail, sample, fresh);
    }

    @Test
    void theSameIdOfAnotherConnectorOrPersonIsAnotherThing() {
        journal.commit(ME, batch(mailArrival("a", NOON)));
        journal.commit(ME, batch(new Arrival("post", "a", NOON, mail("a", NOON, ""))));
        journal.commit("anna", batch(mailArrival("a", NOON)));
        assertThat(all()).hasSize(2);
        assertThat(journal.known(ME, "mail", List.of("a", "b"))).containsExactly("a");
        assertThat(journal.known("bob", "mail", List.of("a", "b"))).isEmpty();
    }

    @Test
    void whatIsKnownIsFoundByItsIdOrByTheArrivalAtHand() {
        Arrival mail = mailArrival("a", NOON);
        Arrival sample = sampleArrival(heartRate(NOON, 60));
        Arrival unknown = sampleArrival(heartRate(NOON.plusSeconds(1), 60));
        journal.commit(ME, batch(mail, sample));
        assertThat(journal.known(ME, List.of(mail, mailArrival("b", NOON)))).containsExactly("a");
        assertThat(journal.known(ME, List.of(sample, unknown))).containsExactly(sample.id());
        assertThat(journal.known(ME, "health", List.of(sample.id(), unknown.id())))
                .containsExactly(sample.id());
        assertThat(journal.known(ME, List.of())).isEmpty();
    }

    @Test
    void idsOfAnyLengthAndCharactersAreKept() {
        String longId = "x".repeat(5_000) + "\u0000\uD800";
        String longer = longId + "y";
        journal.commit(ME, batch(mailArrival(longId, NOON), mailArrival(longer, NOON), mailArrival("\u0000", NOON)));
        journal.commit(ME, batch(mailArrival(longId, NOON)));
        assertThat(all()).extracting(Arrival::id).containsExactly(longId, longer, "\u0000");
        assertThat(journal.known(ME, "mail", List.of(longId, "x".repeat(5_000), "\u0000")))
                .containsExactlyInAnyOrder(longId, "\u0000");
        assertThat(journal.byCause(ME, "mail:" + longer)).hasSize(1);
    }

    @Test
    void manyArrivalsOfOneMomentAreWalkedThroughOnceEach() {
        Batch many = new Batch();
        for (int i = 0; i < 2 * Slice.ROWS + 7; i++) {
            many.arrivals.add(new Arrival("health", "s" + i, NOON, heartRate(NOON, i)));
            if (i % 3 == 0) {
                many.arrivals.add(mailArrival("m" + i, NOON));
            }
        }
        journal.commit(ME, many);
        assertThat(all()).containsExactlyElementsOf(many.arrivals);
    }

    @Test
    void aWalkMayUseTheJournalItselfAndDoesNotSeeWhatItAdds() {
        journal.commit(ME, batch(mailArrival("a", NOON), mailArrival("b", NOON)));
        List<String> seen = new ArrayList<>();
        journal.arrivals(ME, null, Instant.MIN, Instant.MAX, arrival -> {
            seen.add(arrival.id());
            journal.commit(ME, batch(mailArrival(arrival.id() + "+", NOON.plusSeconds(1))));
        });
        assertThat(seen).containsExactly("a", "b");
        assertThat(all()).hasSize(4);
    }

    @Test
    void aCauseFindsItsRevisionsTheLatestFirst() {
        CalendarItem moved = event("dentist", 2, NOON, CalendarItem.Repeats.NEVER);
        CalendarItem touched = event("dentist", 1, NOON.plusSeconds(60), CalendarItem.Repeats.NEVER);
        CalendarItem first = event("dentist", 1, NOON.minusSeconds(60), CalendarItem.Repeats.NEVER);
        journal.commit(ME, batch(eventArrival(first), eventArrival(touched), eventArrival(moved)));
        assertThat(journal.byCause(ME, "calendar:dentist"))
                .extracting(Arrival::fact)
                .containsExactly(moved, touched, first);
        assertThat(journal.byCause(ME, "calendar:other")).isEmpty();
    }

    @Test
    void theCauseOfASampleFindsIt() {
        Sample sample = heartRate(NOON, 60);
        Sample workout = new Sample(Metric.WORKOUT, NOON, NOON.plusSeconds(60), 1, "", "rowing", false);
        journal.commit(ME, batch(sampleArrival(sample), sampleArrival(workout)));
        assertThat(journal.byCause(ME, sample.cause()))
                .extracting(Arrival::fact)
                .containsExactly(sample);
        assertThat(journal.byCause(ME, workout.cause()))
                .extracting(Arrival::fact)
                .containsExactly(workout);
        assertThat(journal.byCause(ME, "health:steps:" + NOON)).isEmpty();
        assertThat(journal.byCause(ME, "health:nonsense:yesterday")).isEmpty();
    }

    @Test
    void samplesThatTheSmallTableCannotHoldExactlyAreKeptWhole() {
        Instant odd = Instant.parse("2026-11-21T12:00:00.123456789Z");
        Sample exact = new Sample(Metric.WEIGHT, odd, odd, 70.123456789, "d".repeat(300), "\u0000", false);
        Sample nan = new Sample(Metric.STRESS, NOON, NOON, Double.NaN, "", "", false);
        journal.commit(ME, batch(sampleArrival(exact), sampleArrival(nan)));
        assertThat(all()).extracting(Arrival::fact).containsExactlyInAnyOrder(exact, nan);
    }

    @Test
    void aDamagedRowHidesNoOther() throws SQLException {
        journal.commit(ME, batch(mailArrival("a", NOON), mailArrival("b", NOON), mailArrival("c", NOON)));
        try (Connection connection = journal.dataSource().getConnection()) {
            connection.createStatement().execute("UPDATE arrival SET payload = '{\"messageId\":' WHERE id = 'a'");
            connection.createStatement().execute("UPDATE arrival SET kind = 'weather' WHERE id = 'b'");
        }
        assertThat(all()).extracting(Arrival::id).containsExactly("c");
    }

    @Test
    void nothingOfABatchIsStoredWhenPartOfItCannotBe() {
        Batch bad = batch(mailArrival("a", NOON));
        bad.memories.add(new Batch.Memory("somebody else", "key", "value"));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> journal.commit(ME, bad))
                .isInstanceOf(IllegalArgumentException.class);
        Batch tooLong = batch(mailArrival("a", NOON));
        tooLong.memories.add(new Batch.Memory(ME, "key", "v".repeat(2_000_000)));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> journal.commit(ME, tooLong))
                .isInstanceOf(dev.vigil.core.Trouble.class);
        assertThat(all()).isEmpty();
    }
}
