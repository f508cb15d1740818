package dev.vigil.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.vigil.core.fact.Arrival;
import dev.vigil.core.fact.CalendarItem;
import dev.vigil.core.fact.CalendarItem.Repeats;
import dev.vigil.core.fact.Sample;
import dev.vigil.core.fact.When;
import dev.vigil.core.run.Batch;
import dev.vigil.core.watch.Metric;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final Instant MAY = Instant.parse("2026-05-01T08:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");

    private final MemoryJournal journal = new MemoryJournal();

    @Test
    void an_event_that_is_over_goes_and_one_ahead_stays() {
        keep(
                event("over", "1", "2026-05-10T10:00", Repeats.NEVER),
                event("ahead", "1", "2026-06-10T10:00", Repeats.NEVER));

        assertThat(left()).containsExactly("ahead");
    }

    @Test
    void an_event_keeps_all_its_revisions_lest_an_old_one_comes_back() {
        keep(
                event("moved", "1", "2026-06-10T10:00", Repeats.NEVER),
                event("moved", "2", "2026-05-10T10:00", Repeats.NEVER));

        assertThat(left()).containsExactly("moved", "moved");
    }

    @Test
    void a_series_stays() {
        Repeats weekly = new Repeats(List.of("FREQ=WEEKLY"), List.of(), List.of(), List.of());
        keep(event("series", "1", "2020-01-01T10:00", weekly));

        assertThat(left()).containsExactly("series");
    }

    @Test
    void readings_of_a_minute_become_their_mean_and_amounts_their_sum() {
        keep(
                sample("a", Metric.HEART_RATE, 1, 1, 60, false),
                sample("b", Metric.HEART_RATE, 31, 31, 80, false),
                sample("c", Metric.HEART_RATE, 61, 61, 100, false),
                sample("d", Metric.STEPS, 0, 20, 30, false),
                sample("e", Metric.STEPS, 20, 40, 40, false),
                sample("f", Metric.STEPS, 0, 3_600, 500, false));

        assertThat(samples())
                .extracting(Sample::metric, Sample::start, Sample::value)
                .containsExactlyInAnyOrder(
                        tuple(Metric.HEART_RATE, MAY.plusSeconds(31), 70.0),
                        tuple(Metric.HEART_RATE, MAY.plusSeconds(61), 100.0),
                        tuple(Metric.STEPS, MAY, 70.0),
                        tuple(Metric.STEPS, MAY, 500.0));
    }

    @Test
    void a_retracted_sample_goes_with_its_retraction() {
        keep(
                sample("a", Metric.WEIGHT, 1, 1, 700, false),
                sample("b", Metric.WEIGHT, 1, 1, 700, true),
                sample("c", Metric.WEIGHT, 2, 2, 70, false));

        assertThat(samples()).extracting(Sample::value).containsExactly(70.0);
    }

    @Test
    void what_was_dropped_or_folded_does_not_come_back_when_its_source_is_read_again() {
        Arrival dropped = event("over", "1", "2026-05-10T10:00", Repeats.NEVER);
        Arrival folded = sample("a", Metric.STEPS, 0, 20, 30, false);
        keep(dropped, folded, sample("b", Metric.STEPS, 20, 40, 40, false));

        store(dropped, folded);

        assertThat(left()).isEmpty();
        assertThat(samples()).extracting(Sample::value).containsExactly(70.0);
    }

    private void keep(Arrival... arrivals) {
        store(arrivals);
        journal.retain("ann", JUNE);
    }

    private void store(Arrival... arrivals) {
        Batch batch = new Batch();
        batch.arrivals.addAll(List.of(arrivals));
        journal.commit("ann", batch);
    }

    private List<String> left() {
        List<String> uids = new ArrayList<>();
        journal.arrivals(
                "ann", "calendar", Instant.EPOCH, JULY, arrival -> uids.add(((CalendarItem) arrival.fact()).uid()));
        return uids;
    }

    private List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        journal.arrivals("ann", "health", Instant.EPOCH, JULY, arrival -> samples.add((Sample) arrival.fact()));
        return samples;
    }

    private static Arrival event(String uid, String revision, String start, Repeats repeats) {
        When when = new When(LocalDateTime.parse(start), null, false);
        CalendarItem item = new CalendarItem(
                uid, null, 0, MAY, "home", "dentist", "", "", List.of(), when, when, false, false, false, repeats);
        return new Arrival("calendar", uid + revision, MAY, item);
    }

    private static Arrival sample(String id, Metric metric, long from, long till, double value, boolean retracted) {
        Instant end = MAY.plusSeconds(till);
        return new Arrival(
                "health", id, end, new Sample(metric, MAY.plusSeconds(from), end, value, "wrist", "", retracted));
    }
}
