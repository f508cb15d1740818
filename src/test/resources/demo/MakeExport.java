import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Random;

/**
 * Writes the demo's health/export.xml: ten invented days (Wednesday 21 to Friday 30 October 2026, London) of Robin Hale,
 * who does not exist, as Apple Health would export them. Run it with {@code java MakeExport.java > export.xml}; it writes
 * the same bytes each time.
 *
 * <p>What happens in it: the heart is high for a quarter of an hour on Monday evening, when there is no meeting, for three
 * minutes on Tuesday and for a quarter of an hour after Wednesday's team meeting. On Tuesday phone and watch count the
 * same walks, so that their sum would pass for a day well walked; Thursday is short of steps as well.
 */
class MakeExport {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss Z");
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 21);
    private static final LocalDateTime END = LocalDateTime.of(2026, 10, 30, 21, 30);
    private static final LocalDateTime[] HIGH = {
        LocalDateTime.of(2026, 10, 26, 18, 32),
        LocalDateTime.of(2026, 10, 27, 14, 2),
        LocalDateTime.of(2026, 10, 28, 15, 4)
    };
    private static final int[] MINUTES = {15, 3, 15};

    private final PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    private final Random random = new Random(26);

    public static void main(String[] arguments) {
        new MakeExport().write();
    }

    private void write() {
        out.print("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<HealthData locale=\"en_GB\">\n <ExportDate value=\""
                + time(END) + "\"/>\n");
        for (LocalDateTime at = FIRST.atStartOfDay(); at.isBefore(END); at = at.plusMinutes(20)) {
            heart(at, rest(at));
            for (int i = 0; i < HIGH.length; i++) {
                if (!HIGH[i].isBefore(at) && HIGH[i].isBefore(at.plusMinutes(20))) {
                    high(HIGH[i], MINUTES[i]);
                }
            }
        }
        int[][] walks = {
            {3100, 2400, 2900}, {2800, 2500, 2600}, {3300, 1900, 2700}, {5200, 2100, 1800}, {4100, 3600, 700},
            {3050, 2210, 2940}, {1720, 1310, 870}, {2890, 1650, 1780}, {2010, 1480, 960}, {3120, 2750, 2030}
        };
        for (int day = 0; day < walks.length; day++) {
            LocalDate date = FIRST.plusDays(day);
            for (int walk = 0; walk < 3; walk++) {
                LocalDateTime start = date.atTime(8 + 5 * walk - walk / 2, 10 + 7 * walk);
                steps("Robin’s iPhone", start, 18 + walks[day][walk] / 150, walks[day][walk]);
                if (day == 6) {
                    steps("Robin’s Watch", start, 18 + walks[day][walk] / 150, walks[day][walk] + 12);
                }
            }
        }
        out.print("</HealthData>\n");
        out.flush();
    }

    /** A reading a minute while it is high, and the fall after it. */
    private void high(LocalDateTime from, int minutes) {
        heart(from.minusMinutes(2), 67);
        heart(from.minusMinutes(1), 70);
        for (int minute = 0; minute <= minutes; minute++) {
            heart(from.plusMinutes(minute), 101 + random.nextInt(8));
        }
        heart(from.plusMinutes(minutes + 1), 74);
        heart(from.plusMinutes(minutes + 2), 66);
    }

    private int rest(LocalDateTime at) {
        boolean asleep = at.toLocalTime().isBefore(LocalTime.of(7, 0)) || at.getHour() == 23;
        return (asleep ? 53 : 62) + random.nextInt(7);
    }

    private void heart(LocalDateTime at, int rate) {
        out.printf(
                " <Record type=\"HKQuantityTypeIdentifierHeartRate\" sourceName=\"Robin’s Watch\" unit=\"count/min\""
                        + " startDate=\"%s\" endDate=\"%s\" value=\"%d\"/>\n",
                time(at), time(at), rate);
    }

    private void steps(String device, LocalDateTime start, int minutes, int count) {
        out.printf(
                " <Record type=\"HKQuantityTypeIdentifierStepCount\" sourceName=\"%s\" unit=\"count\""
                        + " startDate=\"%s\" endDate=\"%s\" value=\"%d\"/>\n",
                device, time(start), time(start.plusMinutes(minutes)), count);
    }

    private static String time(LocalDateTime at) {
        return TIME.format(at.atZone(LONDON));
    }
}
