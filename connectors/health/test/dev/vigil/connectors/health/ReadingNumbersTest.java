package dev.vigil.connectors.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.core.fact.Sample;
import dev.vigil.core.watch.Metric;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReadingNumbersTest {
    private static final DateTimeFormatter APPLE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss Z", Locale.ROOT);
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Test
    void aNumberIsReadToTheLastBit() {
        Random random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            String text = BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), random.nextInt(12))
                    .toPlainString();
            assertThat(Decimal.parse(text)).as(text).isEqualTo(Double.parseDouble(text));
        }
    }

    @Test
    void whatIsNoDecimalNumberIsNone() {
        for (String text : List.of(
                "", ".", "-", "+", "NaN", "Infinity", "0x10", "1f", "1d", " 1", "1,5", "1e", "--1", "1e999", "٣")) {
            assertThat(Decimal.parse(text)).as(text).isNaN();
        }
        assertThat(Decimal.parse("+1.")).isEqualTo(1);
        assertThat(Decimal.parse("-.5e1")).isEqualTo(-5);
        assertThat(Decimal.parse("88.23378186623255")).isEqualTo(88.23378186623255);
    }

    @Test
    void applesTimesAreReadAsTheCalendarSays() {
        Random random = new Random(2);
        for (int i = 0; i < 200_000; i++) {
            OffsetDateTime time = OffsetDateTime.ofInstant(
                    Instant.ofEpochSecond((long) (random.nextDouble() * 7e9)),
                    ZoneOffset.ofTotalSeconds((random.nextInt(105) - 48) * 900));
            assertThat(Moment.apple(APPLE.format(time))).isEqualTo(time.toInstant());
        }
    }

    @Test
    void whatIsNoTimeIsNone() {
        for (String text : List.of(
                "",
                "2026-11-23",
                "2026-11-23 10:00:00",
                "2026-13-01 00:00:00 +0000",
                "2026-00-01 00:00:00 +0000",
                "2026-02-30 00:00:00 +0000",
                "2026-11-23 24:00:00 +0000",
                "2026-11-23 10:60:00 +0000",
                "2026-11-23 10:00:00 +1999",
                "2026-11-23 10:00:00 *0000",
                "2026-11-2x 10:00:00 +0000",
                "2026/11/23 10:00:00 +0000",
                "99999999999999-0700",
                "yesterday at ten o'clock!")) {
            assertThat(Moment.apple(text)).as(text).isNull();
        }
        assertThat(Moment.parse("2026-11-23T10:00+25:00", LONDON)).isNull();
        assertThat(Moment.parse("2026-W48-1T10:00", LONDON)).isNull();
    }

    @Test
    void aLocalTimeAtAClockChangeIsTheFirstOrKeepsTheOffsetBeforeTheGap() {
        assertThat(Moment.parse("2026-10-25T01:30", LONDON).at()).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(Moment.parse("2026-10-25T01:30Z", LONDON).at()).isEqualTo("2026-10-25T01:30:00Z");
        assertThat(Moment.parse("2026-03-29T01:30", LONDON).at()).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(Moment.parse("2026-06-01 10:00:00", LONDON).at()).isEqualTo("2026-06-01T09:00:00Z");
        assertThat(Moment.parse("2026-06-01T10:00:00 -03", LONDON).at()).isEqualTo("2026-06-01T13:00:00Z");
    }

    @Test
    void unitsAreToldApartByTheirCaseOnlyForCalories() {
        assertThat(Units.convert(Metric.ACTIVE_ENERGY, "Cal", 100)).isEqualTo(100);
        assertThat(Units.convert(Metric.ACTIVE_ENERGY, "cal", 100)).isEqualTo(0.1);
        assertThat(Units.convert(Metric.ACTIVE_ENERGY, "CAL", 100)).isNaN();
        assertThat(Units.convert(Metric.WEIGHT, "KG", 64)).isEqualTo(64);
        assertThat(Units.convert(Metric.BODY_TEMPERATURE, "K", 310.15)).isEqualTo(37);
        assertThat(Units.convert(Metric.HEART_RATE, "Hz", 1.2)).isEqualTo(72);
        assertThat(Units.convert(Metric.DISTANCE, "[ft_i]", 5280)).isEqualTo(1.609344);
        assertThat(Units.convert(Metric.WEIGHT, "", 64)).isNaN();
    }

    @Test
    void everyPartOfASampleMakesItsId() {
        Instant at = Instant.parse("2026-11-23T10:00:00Z");
        SampleId ids = new SampleId();
        Set<String> seen = new HashSet<>();
        List<Sample> different = List.of(
                new Sample(Metric.STEPS, at, at, 72, "a", "", false),
                new Sample(Metric.HRV, at, at, 72, "a", "", false),
                new Sample(Metric.STEPS, at.minusNanos(1), at, 72, "a", "", false),
                new Sample(Metric.STEPS, at, at.plusNanos(1), 72, "a", "", false),
                new Sample(Metric.STEPS, at, at, 72.000001, "a", "", false),
                new Sample(Metric.STEPS, at, at, 72, "b", "", false),
                new Sample(Metric.STEPS, at, at, 72, "", "a", false),
                new Sample(Metric.STEPS, at, at, 72, "a", "b", false),
                new Sample(Metric.STEPS, at, at, 72, "a", "", true));

        different.forEach(
                sample -> assertThat(seen.add(ids.of(sample))).as("%s", sample).isTrue());

        assertThat(ids.of(different.get(0))).isIn(seen).hasSize(20);
        assertThat(new SampleId().of(new Sample(Metric.HEART_RATE, at, at, 72, "Watch", "", false)))
                .isEqualTo("WGjcXXDs0bZ_1Ghw5_5X");
    }
}
