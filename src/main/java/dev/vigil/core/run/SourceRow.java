package dev.vigil.core.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A source that a person added.
 *
 * @param sealed the password, encrypted; null when none
 * @param cursor where the next look starts; null before the first
 * @param verified the last time that a look went through end to end; null before the first
 * @param seen how many facts it has brought
 * @param trouble what is wrong now, as a sentence for the person; null when nothing is
 * @param refused the latest items that were refused, newest last, bounded
 */
public record SourceRow(
        String person,
        String name,
        String connector,
        String place,
        String user,
        String sealed,
        Map<String, String> options,
        String cursor,
        Instant verified,
        long seen,
        String trouble,
        List<Refused> refused) {
    public SourceRow {
        options = Map.copyOf(options);
        refused = List.copyOf(refused);
    }

    /** Where (file and place) and why something was refused. */
    public record Refused(String where, String why) {}
}
