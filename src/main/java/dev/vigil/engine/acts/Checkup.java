package dev.vigil.engine.acts;

import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.run.SourceRow;
import dev.vigil.core.run.Verdict;
import dev.vigil.core.run.Wakeup;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Looks whether everything that Vigil rests on is well. */
public final class Checkup {
    private static final Duration LATE = Duration.ofMinutes(2);
    private static final Duration STALE = Duration.ofDays(1);
    private final Account account;

    public Checkup(Account account) {
        this.account = account;
    }

    /**
     * @param part what was looked at: {@code source home}, {@code watch 3}
     * @param found what was found, in words
     * @param mend what to do about it; null when all is well
     */
    public record Proof(String part, boolean well, String found, String mend) {
        public static Proof good(String part, String found) {
            return new Proof(part, true, found, null);
        }

        public static Proof bad(String part, String found, String mend) {
            return new Proof(part, false, found, mend);
        }
    }

    public List<Proof> look() {
        List<ArmedWatch> watches = account.journal().watches(account.person());
        List<Proof> proofs = new ArrayList<>();
        proofs.add(clock(watches));
        account.journal().sources(account.person()).forEach(row -> proofs.add(source(row)));
        proofs.add(missed());
        proofs.add(outbox());
        proofs.addAll(watches(watches));
        return proofs;
    }

    /** A clock that runs behind what Vigil has already written is wrong, or was. */
    private Proof clock(List<ArmedWatch> watches) {
        Instant now = account.now();
        String reads = now.atZone(account.zone()).truncatedTo(ChronoUnit.SECONDS) + "";
        Instant newest = watches.stream()
                .flatMap(watch -> account.journal().verdicts(account.person(), watch.number(), 1).stream()
                        .filter(Verdict::fired)
                        .map(Verdict::at))
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        newest = watches.stream().map(ArmedWatch::since).reduce(newest, (a, b) -> a.isAfter(b) ? a : b);
        if (newest.isAfter(now.plus(LATE))) {
            return Proof.bad(
                    "clock",
                    "it reads " + reads + ", but something was written at " + newest.atZone(account.zone()),
                    "Set the machine's clock, or have it kept by NTP.");
        }
        return Proof.good("clock", "it reads " + reads);
    }

    private Proof source(SourceRow row) {
        String part = "source " + row.name();
        String life = row.verified() == null
                ? "never read from end to end"
                : "last read from end to end " + ago(row.verified()) + ", " + row.seen() + " facts so far";
        if (row.trouble() != null) {
            return Proof.bad(part, life, row.trouble());
        }
        if (row.verified() == null) {
            return Proof.bad(part, life, "Run `vigil source check " + row.name() + "`, or `vigil run`.");
        }
        if (row.verified().isBefore(account.now().minus(STALE))) {
            return Proof.bad(part, life, "Keep `vigil run` running, so that it is looked at.");
        }
        return Proof.good(part, life + (row.refused().isEmpty() ? "" : ", some items refused"));
    }

    private Proof missed() {
        Instant late = account.now().minus(LATE);
        List<Wakeup> due = account.journal().wakeups(account.person()).stream()
                .filter(wakeup -> wakeup.due().isBefore(late))
                .sorted(Comparator.comparing(Wakeup::due))
                .toList();
        if (due.isEmpty()) {
            return Proof.good("missed runs", "none");
        }
        return Proof.bad(
                "missed runs",
                due.size() + ", the oldest was due " + ago(due.get(0).due()),
                "Start `vigil run`: it catches up with what still helps and says what it skipped.");
    }

    private Proof outbox() {
        long backlog = account.journal().backlog(account.person());
        long stuck = account.journal().due(account.person(), account.now().minus(LATE), 1000).stream()
                .filter(delivery -> delivery.next() == null
                        || delivery.next().isBefore(account.now().minus(LATE)))
                .count();
        String found = backlog + " not delivered yet or waiting for your yes";
        return stuck == 0
                ? Proof.good("outbox", found)
                : Proof.bad("outbox", found + ", " + stuck + " overdue", "Start `vigil run`, or see `vigil outbox`.");
    }

    private List<Proof> watches(List<ArmedWatch> watches) {
        List<Proof> proofs = new ArrayList<>();
        long armed = watches.stream()
                .filter(watch -> watch.state() == ArmedWatch.State.ARMED)
                .count();
        proofs.add(Proof.good("watches", watches.size() + ", " + armed + " of them armed"));
        for (ArmedWatch watch : watches) {
            if (watch.state() == ArmedWatch.State.BROKEN) {
                String mend = Objects.requireNonNullElse(watch.mend(), "Remove it and arm it again.");
                proofs.add(Proof.bad("watch " + watch.number(), "broken", mend));
            }
        }
        return proofs;
    }

    private String ago(Instant then) {
        Duration gone = Duration.between(then, account.now());
        if (gone.compareTo(Duration.ofMinutes(1)) < 0) {
            return "just now";
        }
        if (gone.compareTo(Duration.ofHours(2)) < 0) {
            return gone.toMinutes() + " min ago";
        }
        return gone.toDays() < 2 ? gone.toHours() + " h ago" : gone.toDays() + " days ago";
    }
}
