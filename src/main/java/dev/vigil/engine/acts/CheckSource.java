package dev.vigil.engine.acts;

import dev.vigil.core.Trouble;
import dev.vigil.core.fact.Arrival;
import dev.vigil.core.port.Source;
import dev.vigil.core.run.SourceRow;
import dev.vigil.engine.Sources;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Opens a source and looks at it from end to end; nothing that it finds is kept but the proof that it can be read. */
public final class CheckSource {
    /** Refusals kept for the answer; the rest is counted. */
    static final int KEPT = 1000;

    private static final int KEPT_IN_ROW = 50;
    private final Account account;
    private final Sources sources;

    public CheckSource(Account account, Sources sources) {
        this.account = account;
        this.sources = sources;
    }

    /**
     * @param able it could be read from end to end
     * @param seen different facts found
     * @param refused the first {@value #KEPT} items that were refused
     * @param refusals how many were refused
     * @param verified when it was last read from end to end; null if never
     * @param trouble why it could not be read; null if it could
     */
    public record Checked(
            SourceRow row,
            boolean able,
            long seen,
            List<SourceRow.Refused> refused,
            long refusals,
            Instant verified,
            String trouble) {}

    public Checked check(SourceRow row) {
        Tally tally = new Tally();
        String trouble = null;
        try (Source source = sources.open(row)) {
            source.look(null, tally);
        } catch (Trouble e) {
            trouble = e.getMessage();
        }
        Instant verified = trouble == null ? account.now() : row.verified();
        List<SourceRow.Refused> latest = tally.refused.size() > KEPT_IN_ROW
                ? tally.refused.subList(tally.refused.size() - KEPT_IN_ROW, tally.refused.size())
                : tally.refused;
        account.journal()
                .changeSource(new SourceRow(
                        row.person(),
                        row.name(),
                        row.connector(),
                        row.place(),
                        row.user(),
                        row.sealed(),
                        row.options(),
                        row.cursor(),
                        verified,
                        row.seen(),
                        trouble,
                        trouble == null ? latest : row.refused()));
        return new Checked(row, trouble == null, tally.ids.size(), tally.refused, tally.refusals, verified, trouble);
    }

    private static final class Tally implements Source.Sink {
        private final Set<String> ids = new HashSet<>();
        private final List<SourceRow.Refused> refused = new ArrayList<>();
        private long refusals;

        @Override
        public void arrived(Arrival arrival) {
            ids.add(arrival.id());
        }

        @Override
        public void refused(String where, String why) {
            refusals++;
            if (refused.size() < KEPT) {
                refused.add(new SourceRow.Refused(where, why));
            }
        }

        @Override
        public void reached(String cursor) {}
    }
}
