package dev.vigil.connectors.health;

import dev.vigil.core.fact.Arrival;
import dev.vigil.core.fact.Sample;
import dev.vigil.core.port.Connector;
import dev.vigil.core.port.Source;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes down what a look at a source finds, as lines that a person can read. */
final class Looking implements Source.Sink {
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-12-01T00:00:00Z"));

    final List<Arrival> arrivals = new ArrayList<>();
    final List<String> refused = new ArrayList<>();
    final List<String> cursors = new ArrayList<>();

    static Looking at(Path place, String... options) {
        return after(null, place, options);
    }

    /** @param options names and values in turn; the zone is London where none is given */
    static Looking after(String cursor, Path place, String... options) {
        Map<String, String> all = new TreeMap<>(Map.of("zone", "Europe/London"));
        for (int i = 0; i < options.length; i += 2) {
            all.put(options[i], options[i + 1]);
        }
        Looking looking = new Looking();
        try (Source source = open(place.toString(), all)) {
            source.look(cursor, looking);
        }
        return looking;
    }

    static Source open(String place, Map<String, String> options) {
        return new HealthConnector(CLOCK).open(new Connector.Settings("watch", place, null, null, options));
    }

    @Override
    public void arrived(Arrival arrival) {
        arrivals.add(arrival);
    }

    @Override
    public void refused(String where, String why) {
        refused.add(where + " " + why);
    }

    @Override
    public void reached(String cursor) {
        cursors.add(cursor);
    }

    String lastCursor() {
        return cursors.get(cursors.size() - 1);
    }

    List<Sample> samples() {
        return arrivals.stream().map(a -> (Sample) a.fact()).toList();
    }

    List<String> ids() {
        return arrivals.stream().map(Arrival::id).toList();
    }

    /** Samples first, then what was refused. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        samples().forEach(sample -> lines.add(line(sample)));
        refused.forEach(line -> lines.add("refused " + line));
        return lines;
    }

    /** {@code 2026-11-23T10:00:00Z heart_rate 72 bpm, Anna's Watch} */
    static String line(Sample s) {
        String span = s.start().equals(s.end()) ? "" + s.end() : s.start() + "/" + s.end();
        return span + " " + MetricWords.name(s.metric()) + " " + Decimal.shown(s.value()) + " "
                + s.metric().unit()
                + (s.label().isEmpty() ? "" : " " + s.label())
                + (s.device().isEmpty() ? "" : ", " + s.device())
                + (s.retracted() ? ", taken back" : "");
    }
}
