package dev.vigil.engine.acts;

import dev.vigil.core.Trouble;
import dev.vigil.core.watch.Span;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a moment ahead as a person types it. */
public final class Moments {
    private static final Pattern SHORT =
            Pattern.compile("(?:(\\d{1,5})w)?(?:(\\d{1,5})d)?(?:(\\d{1,6})h)?(?:(\\d{1,7})m)?");

    private Moments() {}

    /**
     * @param text a moment ({@code 2026-12-01T17:00}, with an offset or in the person's zone), a date (its first
     *     minute), a clock time (the next one), or a duration ({@code PT2H}, {@code P3D}, {@code 2h}, {@code 1d12h})
     * @throws Trouble if it is none of these or lies in the past
     */
    public static Instant read(String text, Instant now, ZoneId zone) {
        String plain = text.strip();
        Instant moment;
        try {
            moment = parse(plain, now.atZone(zone)).toInstant();
        } catch (DateTimeException e) {
            throw new Trouble(
                    "\"" + shortened(plain)
                            + "\" is no moment; say 2026-12-01T17:00, 2026-12-01, 17:00, PT2H, 2h or 3d.",
                    e);
        }
        if (!moment.isAfter(now)) {
            throw new Trouble("\"" + shortened(plain) + "\" has passed; name a moment ahead.");
        }
        return moment;
    }

    private static ZonedDateTime parse(String text, ZonedDateTime now) {
        String upper = text.toUpperCase(Locale.ROOT);
        if (upper.startsWith("P")) {
            return Span.parse(upper).after(now);
        }
        Matcher matcher = SHORT.matcher(text.toLowerCase(Locale.ROOT));
        if (!text.isEmpty() && matcher.matches()) {
            int days = 7 * number(matcher.group(1)) + number(matcher.group(2));
            Duration clock = Duration.ofHours(number(matcher.group(3))).plusMinutes(number(matcher.group(4)));
            return new Span(days, clock).after(now);
        }
        ZoneId zone = now.getZone();
        if (!text.contains("-") && !upper.contains("T")) {
            ZonedDateTime today = now.with(LocalTime.parse(text));
            return today.isAfter(now) ? today : now.plusDays(1).with(LocalTime.parse(text));
        }
        if (!upper.contains("T")) {
            return LocalDate.parse(text).atStartOfDay(zone);
        }
        int time = upper.indexOf('T');
        boolean offset = upper.endsWith("Z") || upper.indexOf('+', time) > 0 || upper.indexOf('-', time) > 0;
        return offset
                ? OffsetDateTime.parse(upper).atZoneSameInstant(zone)
                : LocalDateTime.parse(upper).atZone(zone);
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
