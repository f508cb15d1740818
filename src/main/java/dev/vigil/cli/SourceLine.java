package dev.vigil.cli;

import dev.vigil.core.run.SourceRow;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** One source, for people and as JSON. */
final class SourceLine {
    private SourceLine() {}

    /** @param trouble is listed as refused at the source's place; null when there is none */
    static String json(
            SourceRow row,
            boolean able,
            long seen,
            List<SourceRow.Refused> refused,
            Instant verified,
            String trouble,
            ZoneId zone) {
        JsonLine line = new JsonLine()
                .put("name", row.name())
                .put("connector", row.connector())
                .put("able", able)
                .put("seen", seen)
                .objects("refused", refused.stream().map(SourceLine::json).toList())
                .put("verified", verified == null ? null : Show.iso(verified, zone))
                .put("place", row.place());
        if (trouble != null) {
            line.put("trouble", trouble);
        }
        return line.end();
    }

    private static String json(SourceRow.Refused refused) {
        return new JsonLine()
                .put("where", refused.where())
                .put("why", refused.why())
                .end();
    }

    static String plain(SourceRow row, long seen, long refusals, Instant verified, String trouble, ZoneId zone) {
        String life = verified == null ? "not read yet" : "read " + Show.moment(verified, zone);
        String counts = seen + " seen" + (refusals == 0 ? "" : ", " + refusals + " refused");
        return Show.plain(row.name() + "  " + row.connector() + "  " + row.place() + "  " + counts + ", " + life
                + (trouble == null ? "" : "  " + trouble));
    }
}
