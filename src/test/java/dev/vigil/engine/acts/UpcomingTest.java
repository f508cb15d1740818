package dev.vigil.engine.acts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.contract.ProposalJson;
import dev.vigil.contract.RuleClock;
import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.run.Wakeup;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UpcomingTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private final Upcoming upcoming = new Upcoming(new RuleClock(), () -> NOW);

    private static ArmedWatch watch(String when, String rest) {
        String json = "{\"when\":[" + when + "],\"then\":[{\"do\":\"notify\",\"say\":\"wave\"}]," + rest + "}";
        return new ArmedWatch(
                "me",
                1,
                "",
                json,
                ProposalJson.readWatch(json),
                NOW,
                ZoneId.of("Europe/London"),
                ArmedWatch.State.ARMED,
                null,
                Set.of(),
                null);
    }

    private List<String> next(ArmedWatch watch, Wakeup... rows) {
        return upcoming.of(watch, List.of(rows), 3).stream()
                .map(Instant::toString)
                .toList();
    }

    @Test
    void aRecurringTimeNamesItsNextMomentsUpToTheLastDay() {
        String daily = "{\"on\":\"time\",\"every\":\"FREQ=DAILY\",\"times\":[\"08:00\"]}";

        assertThat(next(watch(daily, "\"repeat\":\"always\"")))
                .containsExactly("2026-11-22T08:00:00Z", "2026-11-23T08:00:00Z", "2026-11-24T08:00:00Z");
        assertThat(next(watch(daily, "\"repeat\":\"always\",\"until\":\"2026-11-23\"")))
                .hasSize(2);
        assertThat(next(watch(daily, "\"repeat\":\"once\""))).containsExactly("2026-11-22T08:00:00Z");
    }

    @Test
    void aMomentThatPassedAndATriggerThatIsSpentAreLeftOut() {
        String both = "{\"on\":\"time\",\"at\":\"2020-01-01T10:00\"},{\"on\":\"time\",\"in\":\"PT20M\"}";
        ArmedWatch watch = watch(both, "\"repeat\":\"once\"");

        assertThat(next(watch)).containsExactly("2026-11-21T10:20:00Z");
        assertThat(next(watch.spending(Set.of(1), ArmedWatch.State.ARMED))).isEmpty();
    }

    @Test
    void whileItIsSnoozedOnlyWhatComesAfterCounts() {
        ArmedWatch watch = watch(
                        "{\"on\":\"time\",\"every\":\"FREQ=DAILY\",\"times\":[\"08:00\"]}", "\"repeat\":\"always\"")
                .snoozed(Instant.parse("2026-12-01T08:00:00Z"));

        assertThat(next(watch)).first().isEqualTo("2026-12-01T08:00:00Z");
    }

    @Test
    void theLastRunsWakeUpsOfThisWatchCountUnlessTheyOnlyTidyUp() {
        ArmedWatch watch = watch(
                "{\"on\":\"calendar\",\"moment\":\"start\",\"about\":\"dentist\",\"offset\":\"-PT1H\"}",
                "\"repeat\":\"always\"");
        Instant due = Instant.parse("2026-11-25T09:00:00Z");

        assertThat(next(
                        watch,
                        new Wakeup("me", 1, 0, Wakeup.Kind.REMINDER, "a", due, ""),
                        new Wakeup("me", 1, -1, Wakeup.Kind.EXPIRE, "b", due.plusSeconds(1), ""),
                        new Wakeup("me", 2, 0, Wakeup.Kind.REMINDER, "c", due.plusSeconds(2), ""),
                        new Wakeup("me", 1, 0, Wakeup.Kind.REMINDER, "d", NOW.minusSeconds(1), "")))
                .containsExactly("2026-11-25T09:00:00Z");
    }
}
