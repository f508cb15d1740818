package dev.vigil.connectors.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.core.fact.Arrival;
import dev.vigil.core.port.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest {
    private static final int RECORDS = 60_000;

    @TempDir
    Path folder;

    @Test
    void nothingIsReadAgainWhileNothingChanges() throws IOException {
        write("a.csv", "2026-11-01T00:00,heart_rate,60\n2026-11-01T00:01,heart_rate,no\n");
        Looking first = Looking.at(folder);

        Looking second = Looking.after(first.lastCursor(), folder);

        assertThat(first.arrivals).hasSize(1);
        assertThat(first.refused).hasSize(1);
        assertThat(second.lines()).isEmpty();
        assertThat(second.lastCursor()).isEqualTo(first.lastCursor());
    }

    @Test
    void onlyTheFileThatIsNewIsRead() throws IOException {
        write("b.csv", "2026-11-01T00:00,heart_rate,60\n");
        String cursor = Looking.at(folder).lastCursor();
        write("a.csv", "2026-11-01T00:01,heart_rate,61\n");

        assertThat(Looking.after(cursor, folder).lines()).containsExactly("2026-11-01T00:01:00Z heart_rate 61 bpm");
    }

    @Test
    void aFileThatChangedIsReadWholeAndItsOldSamplesKeepTheirIds() throws IOException {
        Path file = write("a.csv", "2026-11-01T00:00,heart_rate,60\n");
        Looking first = Looking.at(folder);
        write("a.csv", "2026-11-01T00:00,heart_rate,60\n2026-11-01T00:01,heart_rate,61\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-02T00:00:00Z")));

        Looking second = Looking.after(first.lastCursor(), folder);

        assertThat(second.arrivals).hasSize(2);
        assertThat(second.ids().get(0)).isEqualTo(first.ids().get(0));
    }

    @Test
    void anotherZoneReadsTheFileAgain() throws IOException {
        write("a.csv", "2026-11-01T00:00,heart_rate,60\n");
        Looking london = Looking.at(folder);

        Looking tokyo = Looking.after(london.lastCursor(), folder, "zone", "Asia/Tokyo");

        assertThat(tokyo.lines()).containsExactly("2026-10-31T15:00:00Z heart_rate 60 bpm");
    }

    @Test
    void aBigImportGoesOnAfterARestartAtEachCursorItReached() throws IOException {
        String[] records = new String[RECORDS];
        for (int i = 0; i < RECORDS; i++) {
            String time =
                    LocalDateTime.of(2026, 1, 1, 0, 0).plusMinutes(i).toString().replace('T', ' ') + ":00 +0000";
            records[i] = (i % 1_000 == 0 ? "<Record <" : "<Record")
                    + " type=\"HKQuantityTypeIdentifierHeartRate\" unit=\"count/min\" startDate=\"" + time
                    + "\" endDate=\"" + time + "\" value=\"60\"/>";
        }
        Files.writeString(folder.resolve("b.xml"), Zips.export(records));
        write("a.csv", "2026-11-01T00:00,heart_rate,60\n");
        Looking whole = Looking.at(folder);
        assertThat(whole.cursors).hasSize(3);
        assertThat(whole.cursors.get(0)).endsWith(":50000");

        List<String> parts = new ArrayList<>(until(50_000, null).ids());
        String cursor = whole.cursors.get(0);
        Looking rest = Looking.after(cursor, folder);
        parts.addAll(rest.ids());

        assertThat(parts).isEqualTo(whole.ids());
        assertThat(rest.lastCursor()).isEqualTo(whole.lastCursor());
        assertThat(rest.refused).isNotEmpty().allMatch(whole.refused::contains);
        assertThat(rest.arrivals).hasSize(9_990);
    }

    @Test
    void closingEndsALookWhereItIs() throws IOException {
        write("a.csv", "2026-11-01T00:00,heart_rate,60\n2026-11-01T00:01,heart_rate,61\n");
        Looking looking = new Looking();
        Source source = Looking.open(folder.toString(), Map.of());

        source.look(null, new Source.Sink() {
            @Override
            public void arrived(Arrival arrival) {
                looking.arrived(arrival);
                source.close();
            }

            @Override
            public void refused(String where, String why) {
                looking.refused(where, why);
            }

            @Override
            public void reached(String cursor) {
                looking.reached(cursor);
            }
        });

        assertThat(looking.arrivals).hasSize(1);
        assertThat(looking.cursors).isEmpty();
    }

    @Test
    void aCursorOfAnotherMakeReadsEverything() throws IOException {
        write("a.csv", "2026-11-01T00:00,heart_rate,60\n");

        for (String odd : List.of("", "h1", "h2 x", "h1 x:y", "h1 :", "{\"cursor\":1}")) {
            assertThat(Looking.after(odd, folder).arrivals).as(odd).hasSize(1);
        }
    }

    /** What a look reports up to its first cursor, after which the process is gone. */
    private Looking until(int outcomes, String cursor) {
        Looking looking = new Looking();
        Source source = Looking.open(folder.toString(), Map.of("zone", "Europe/London"));
        source.look(cursor, new Source.Sink() {
            @Override
            public void arrived(Arrival arrival) {
                looking.arrived(arrival);
            }

            @Override
            public void refused(String where, String why) {
                looking.refused(where, why);
            }

            @Override
            public void reached(String next) {
                if (next.endsWith(":" + outcomes)) {
                    source.close();
                }
            }
        });
        return looking;
    }

    private Path write(String name, String rows) throws IOException {
        return Files.writeString(folder.resolve(name), "time,metric,value\n" + rows);
    }
}
