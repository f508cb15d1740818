package dev.vigil.connectors.calendar;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the IANA zone that a TZID means: by its name as such, by the tail of a longer name, by the Windows name, by what
 * the VTIMEZONE names, by the offsets that the VTIMEZONE defines, and at last by an offset in the name.
 */
final class Zones {
    private static final int MOST_SEARCHES = 1_000;
    private static final Map<String, ZoneId> KNOWN = known();
    private static final Pattern OFFSET = Pattern.compile(
            "^\\(?(?:UTC|GMT)?\\s*([+-])(\\d{1,2})(?::?(\\d{2}))?(?:\\D.*)?$", Pattern.CASE_INSENSITIVE);

    private final Map<String, IcsComponent> definitions = new HashMap<>();
    private final Map<String, ZoneId> found = new HashMap<>();
    private final ZoneId usual;

    /** @param calendar whose VTIMEZONEs and X-WR-TIMEZONE count */
    Zones(IcsComponent calendar) {
        for (IcsComponent each : calendar.children) {
            if (each.name.equals("VTIMEZONE")) {
                each.all("TZID").forEach(id -> definitions.putIfAbsent(key(id.value()), each));
            }
        }
        usual = named(key(calendar.value("X-WR-TIMEZONE")));
    }

    /** The zone of a TZID for times about {@code near}, or null if nothing tells. */
    ZoneId find(String tzid, LocalDateTime near) {
        String id = key(tzid);
        if (found.size() >= MOST_SEARCHES && !found.containsKey(id + "\n" + near.getYear())) {
            return usual;
        }
        return found.computeIfAbsent(id + "\n" + near.getYear(), any -> search(id, near));
    }

    private ZoneId search(String id, LocalDateTime near) {
        IcsComponent definition = definitions.get(id);
        ZoneId zone = id.contains("/") || definition == null ? named(id) : null;
        if (zone == null) {
            zone = WindowsZones.find(id);
        }
        if (zone == null && definition != null) {
            zone = defined(definition, id, near);
        }
        if (zone == null) {
            zone = named(id);
        }
        if (zone == null) {
            zone = listed(id);
        }
        if (zone == null) {
            zone = offset(id);
        }
        return zone == null && !id.isEmpty() ? usual : zone;
    }

    /** A zone by its own name, or by the tail of a path such as {@code /mozilla.org/20050126_1/Europe/London}. */
    private static ZoneId named(String id) {
        String[] parts = id.split("/");
        for (int tail = Math.min(3, parts.length); tail > 0; tail--) {
            String name = String.join("/", List.of(parts).subList(parts.length - tail, parts.length));
            ZoneId zone = KNOWN.get(name.toLowerCase(Locale.ROOT).replace(' ', '_'));
            if (zone != null && (tail > 1 || parts.length == 1 || name.equals("UTC") || name.equals("GMT"))) {
                return zone;
            }
        }
        return null;
    }

    private static ZoneId defined(IcsComponent definition, String id, LocalDateTime near) {
        ZoneId zone = named(key(definition.value("X-LIC-LOCATION")));
        if (zone == null) {
            zone = named(key(definition.value("TZURL").replaceFirst("\\.ics$", "")));
        }
        ZoneDefinition offsets = zone == null ? ZoneDefinition.around(definition, near.toLocalDate()) : null;
        return offsets == null ? zone : like(offsets, id, near);
    }

    /** The zone with these offsets: one whose city the name has, else a fixed offset, else the best known one. */
    private static ZoneId like(ZoneDefinition offsets, String id, LocalDateTime near) {
        ZoneId named = firstCity(id, offsets::isLike);
        ZoneOffset now = offsets.at(near);
        if (named != null || offsets.isLike(now)) {
            return named != null ? named : now;
        }
        for (ZoneId each : WindowsZones.all()) {
            if (offsets.isLike(each)) {
                return each;
            }
        }
        for (ZoneId each : KNOWN.values()) {
            if (each.getId().contains("/") && offsets.isLike(each)) {
                return each;
            }
        }
        return now;
    }

    /** The first city that a list such as "(UTC+01:00) Amsterdam, Berlin, Bern" names. */
    private static ZoneId listed(String id) {
        return id.contains(",") || id.startsWith("(") ? firstCity(id, any -> true) : null;
    }

    /** The zone of the first city that a text names, of those allowed. */
    private static ZoneId firstCity(String text, Predicate<ZoneId> allowed) {
        String words = text.toLowerCase(Locale.ROOT);
        int best = Integer.MAX_VALUE;
        ZoneId named = null;
        for (Map.Entry<String, ZoneId> each : KNOWN.entrySet()) {
            String zone = each.getKey();
            String city = zone.substring(zone.lastIndexOf('/') + 1).replace('_', ' ');
            boolean isCity = city.length() > 3 && zone.contains("/") && !zone.startsWith("etc/");
            int place = isCity ? words.indexOf(city) : -1;
            if (place >= 0 && place < best && allowed.test(each.getValue())) {
                best = place;
                named = each.getValue();
            }
        }
        return named;
    }

    private static ZoneId offset(String id) {
        Matcher matcher = OFFSET.matcher(id);
        if (!matcher.matches()) {
            return null;
        }
        int minutes = Integer.parseInt(matcher.group(2)) * 60
                + (matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3)));
        try {
            return ZoneOffset.ofTotalSeconds(60 * (matcher.group(1).equals("-") ? -minutes : minutes));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String key(String tzid) {
        return tzid.replace("\\,", ",").replace("\\;", ";").replace("\"", "").strip();
    }

    private static Map<String, ZoneId> known() {
        Map<String, ZoneId> known = new TreeMap<>();
        for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            if (!id.startsWith("SystemV/")) {
                known.put(id.toLowerCase(Locale.ROOT), ZoneId.of(id));
            }
        }
        known.put("z", ZoneOffset.UTC);
        return known;
    }
}
