package dev.vigil.connectors.health;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.vigil.core.watch.Metric;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the connector's own CSV (RFC 4180): a header with the columns {@code time}, {@code metric}, {@code value} and
 * perhaps {@code unit}, {@code end}, {@code device}, {@code label}, in any order among others.
 */
final class CsvFile {
    private static final List<String> REQUIRED = List.of("time", "metric", "value");
    private static final CsvReader.CsvReaderBuilder READER =
            CsvReader.builder().allowExtraFields(true).allowMissingFields(true).allowUnclosedQuote(false);
    private static final int LONGEST = 120;

    private final Intake intake;
    private final ZoneId zone;
    private final Map<String, Integer> columns;
    private long line;

    private CsvFile(Intake intake, ZoneId zone, Map<String, Integer> columns) {
        this.intake = intake;
        this.zone = zone;
        this.columns = columns;
    }

    /** Whether this first line of a file is a header of this format. */
    static boolean isHeader(String firstLine) {
        return columns(firstLine).keySet().containsAll(REQUIRED);
    }

    /** @throws IOException only if the disk fails */
    static void read(InputStream in, String document, Intake intake, ZoneId zone) throws IOException {
        CsvRecords records = new CsvRecords(in);
        CsvRecords.Line header = records.next();
        while (header != null
                && header.text() != null
                && unmarked(header.text()).isBlank()) {
            header = records.next();
        }
        if (header == null || header.text() == null) {
            return;
        }
        new CsvFile(intake, zone, columns(header.text())).read(records, document);
    }

    private void read(CsvRecords records, String document) throws IOException {
        intake.enter(document, () -> line);
        try {
            for (CsvRecords.Line next = records.next(); next != null; next = records.next()) {
                line = next.line();
                if (next.text() == null) {
                    intake.refuse("is a line longer than 64 KB");
                } else if (!next.text().isBlank()) {
                    row(next.text());
                }
            }
        } catch (IOException e) {
            line++;
            intake.refuse(Damage.clause(e));
        }
    }

    private void row(String text) {
        CsvRecord row;
        try {
            row = READER.ofSingleCsvRecord(text);
        } catch (CsvParseException e) {
            intake.refuse("is quoted wrongly; a quote within quotes is written twice");
            return;
        }
        Metric metric = MetricWords.parse(field(row, "metric"));
        Moment start = Moment.parse(field(row, "time"), zone);
        Moment end = Moment.parse(field(row, "end"), zone);
        if (metric == null) {
            intake.refuse("has the metric " + shown(row, "metric") + ", which is not known");
        } else if (start == null) {
            intake.refuse("has the time " + shown(row, "time") + ", which is not written like 2026-11-23T10:00+01:00");
        } else if (end == null && !field(row, "end").isEmpty()) {
            intake.refuse("has the end " + shown(row, "end") + ", which is not written like 2026-11-23T10:00+01:00");
        } else {
            measured(row, metric, start, end);
        }
    }

    private void measured(CsvRecord row, Metric metric, Moment start, Moment end) {
        double value = Decimal.parse(field(row, "value"));
        String written = field(row, "unit");
        String unit = written.isEmpty() ? metric.unit() : written;
        double inUnit = Units.convert(metric, unit, value);
        Stretch stretch = end == null && start.day() == null && lasting(metric, inUnit) != null
                ? new Stretch(start.at(), start.at().plus(lasting(metric, inUnit)))
                : Stretch.of(metric, start, end, inUnit, Duration.ZERO, zone);
        Instant from = stretch.start();
        String device = PlainText.of(field(row, "device"), LONGEST);
        String label = PlainText.of(field(row, "label"), LONGEST).toLowerCase(Locale.ROOT);
        intake.measured(metric, from, stretch.end(), value, unit, device, label);
    }

    /** Sleep and workouts say by their value how long they lasted; null for the others. */
    private static Duration lasting(Metric metric, double value) {
        if (!(value >= 0 && value < 100_000)) {
            return null;
        }
        return switch (metric) {
            case SLEEP -> Duration.ofMillis(Math.round(value * 3_600_000));
            case WORKOUT -> Duration.ofMillis(Math.round(value * 60_000));
            default -> null;
        };
    }

    private String field(CsvRecord row, String column) {
        Integer at = columns.get(column);
        return at == null || at >= row.getFieldCount() ? "" : row.getField(at).trim();
    }

    private String shown(CsvRecord row, String column) {
        String text = PlainText.of(field(row, column), 40);
        return text.isEmpty() ? "(empty)" : text;
    }

    private static String unmarked(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Position by name; the first of a name wins. Empty for what is no CSV line. */
    private static Map<String, Integer> columns(String header) {
        Map<String, Integer> columns = new HashMap<>();
        try {
            List<String> names = READER.ofSingleCsvRecord(unmarked(header)).getFields();
            for (int i = 0; i < names.size(); i++) {
                columns.putIfAbsent(names.get(i).trim().toLowerCase(Locale.ROOT), i);
            }
        } catch (CsvParseException e) {
            return Map.of();
        }
        return columns;
    }
}
