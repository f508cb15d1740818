import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Random;

/**
 * Writes small-life/export.xml: four invented days (Tuesday 17 to Friday 20 November 2026, London) of Nora Field, who
 * does not exist, as Apple Health would export them. Run it with {@code java MakeSmallLife.java > small-life/export.xml};
 * it writes the same bytes each time.
 *
 * <p>What happens in it: each day a walk to work and back, on Wednesday evening a run of 35 minutes, on Thursday a short
 * night (five hours), on Friday a meeting from 10:00 to 11:00 after which her heart rate stays high until 11:25.
 */
class MakeSmallLife {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss' +0000'");
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 17);
    private static final LocalDate SHORT_NIGHT = LocalDate.of(2026, 11, 19);
    private static final LocalDateTime RUN = LocalDateTime.of(2026, 11, 18, 18, 30);
    private static final LocalDateTime MEETING = LocalDateTime.of(2026, 11, 20, 10, 0);
    private static final String WATCH = "Nora’s Watch";
    private static final String PHONE = "Nora’s iPhone";

    private final PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    private final Random random = new Random(7);

    public static void main(String[] arguments) {
        new MakeSmallLife().write();
    }

    private void write() {
        out.print("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE HealthData [\n"
                + "<!-- HealthKit Export Version: 14 -->\n"
                + "<!ELEMENT HealthData (ExportDate,Me,(Record|Workout)*)>\n]>\n"
                + "<HealthData locale=\"en_GB\">\n <ExportDate value=\"2026-11-20 22:00:00 +0000\"/>\n");
        for (int day = 0; day < 4; day++) {
            heart(FIRST.plusDays(day));
        }
        for (int day = 0; day < 4; day++) {
            steps(FIRST.plusDays(day));
        }
        for (int day = 0; day < 4; day++) {
            morning(FIRST.plusDays(day));
        }
        out.printf(
                " <Workout workoutActivityType=\"HKWorkoutActivityTypeRunning\" duration=\"35\" durationUnit=\"min\""
                        + " totalDistance=\"5.6\" totalDistanceUnit=\"km\" sourceName=\"%s\" startDate=\"%s\" endDate=\"%s\"/>\n",
                WATCH, TIME.format(RUN), TIME.format(RUN.plusMinutes(35)));
        out.print("</HealthData>\n");
        out.flush();
    }

    /** A heart rate every five minutes by day, every ten by night. */
    private void heart(LocalDate day) {
        LocalDateTime end = day.equals(MEETING.toLocalDate())
                ? day.atTime(22, 0)
                : day.plusDays(1).atStartOfDay();
        for (LocalDateTime at = day.atStartOfDay(); at.isBefore(end); at = at.plusMinutes(asleep(at) ? 10 : 5)) {
            record("HKQuantityTypeIdentifierHeartRate", WATCH, "count/min", at, at, String.valueOf(rate(at)));
        }
    }

    private int rate(LocalDateTime at) {
        int around = random.nextInt(7) - 3;
        if (within(at, RUN, 35)) {
            return 148 + around;
        }
        if (within(at, MEETING.plusMinutes(15), 70)) {
            return 98 + around;
        }
        if (walking(at)) {
            return 96 + around;
        }
        return (asleep(at) ? 54 : 66) + around;
    }

    /** Counted by phone and watch at once, as it is in life: the two overlap and must not be added. */
    private void steps(LocalDate day) {
        for (int quarter = 7 * 4; quarter < 22 * 4; quarter++) {
            LocalDateTime from = day.atStartOfDay().plusMinutes(15L * quarter);
            int count = within(from, RUN, 35)
                    ? 2_400
                    : walking(from) ? 1_500 : random.nextInt(3) == 0 ? random.nextInt(160) : 0;
            if (count > 0) {
                int seen = count + random.nextInt(20);
                steps(WATCH, from, seen);
                if (!within(from, RUN, 35)) {
                    steps(PHONE, from, seen - random.nextInt(15));
                }
            }
        }
    }

    private void steps(String source, LocalDateTime from, int count) {
        record(
                "HKQuantityTypeIdentifierStepCount",
                source,
                "count",
                from,
                from.plusMinutes(15),
                String.valueOf(Math.max(1, count)));
    }

    /** The night before, the weight, and what the watch sums up. */
    private void morning(LocalDate day) {
        LocalDateTime asleep =
                day.equals(SHORT_NIGHT) ? day.atTime(1, 30) : day.minusDays(1).atTime(23, 0);
        LocalDateTime awake = day.atTime(6, 30);
        sleep("InBed", asleep.minusMinutes(20), awake);
        String[] stages = {"AsleepCore", "AsleepDeep", "AsleepCore", "AsleepREM"};
        int stage = 0;
        for (LocalDateTime at = asleep; at.isBefore(awake); at = at.plusMinutes(50)) {
            LocalDateTime end = at.plusMinutes(50).isBefore(awake) ? at.plusMinutes(50) : awake;
            sleep(stages[stage++ % stages.length], at, end);
        }
        record(
                "HKQuantityTypeIdentifierBodyMass",
                "Scale",
                "kg",
                awake.plusMinutes(15),
                awake.plusMinutes(15),
                String.valueOf((636 + random.nextInt(7)) / 10.0));
        record(
                "HKQuantityTypeIdentifierRestingHeartRate",
                WATCH,
                "count/min",
                day.atTime(0, 0),
                awake,
                day.equals(SHORT_NIGHT) ? "60" : "55");
        record(
                "HKQuantityTypeIdentifierHeartRateVariabilitySDNN",
                WATCH,
                "ms",
                awake,
                awake.plusMinutes(1),
                day.equals(SHORT_NIGHT) ? "31.4" : "48.2");
        record("HKQuantityTypeIdentifierOxygenSaturation", WATCH, "%", day.atTime(4, 0), day.atTime(4, 0), "0.97");
    }

    private void sleep(String stage, LocalDateTime from, LocalDateTime till) {
        record(
                "HKCategoryTypeIdentifierSleepAnalysis",
                WATCH,
                null,
                from,
                till,
                "HKCategoryValueSleepAnalysis" + stage);
    }

    private void record(String type, String source, String unit, LocalDateTime from, LocalDateTime till, String value) {
        out.printf(
                " <Record type=\"%s\" sourceName=\"%s\"%s startDate=\"%s\" endDate=\"%s\" value=\"%s\"/>\n",
                type,
                source,
                unit == null ? "" : " unit=\"" + unit + "\"",
                TIME.format(from),
                TIME.format(till),
                value);
    }

    private static boolean asleep(LocalDateTime at) {
        LocalTime bed = at.toLocalDate().equals(SHORT_NIGHT) ? LocalTime.of(1, 30) : LocalTime.MIDNIGHT;
        boolean late = !at.toLocalTime().isBefore(LocalTime.of(23, 0))
                && !at.toLocalDate().plusDays(1).equals(SHORT_NIGHT);
        return late || !at.toLocalTime().isBefore(bed) && at.toLocalTime().isBefore(LocalTime.of(6, 30));
    }

    private static boolean walking(LocalDateTime at) {
        LocalTime time = at.toLocalTime();
        return !time.isBefore(LocalTime.of(8, 15)) && time.isBefore(LocalTime.of(8, 45))
                || !time.isBefore(LocalTime.of(17, 15)) && time.isBefore(LocalTime.of(17, 45));
    }

    private static boolean within(LocalDateTime at, LocalDateTime from, int minutes) {
        return !at.isBefore(from) && at.isBefore(from.plusMinutes(minutes));
    }
}
