package dev.vigil.connectors.health;

import java.util.HashMap;
import java.util.Map;

/**
 * Names what measured a record: the source's name and the hardware, as {@code Anna's Watch / Watch7,3}. Apple's device
 * text also has the version of the software and a memory address that differs in each export; with them the same watch
 * would be many.
 */
final class AppleDevice {
    private static final int LONGEST = 120;
    private static final int REMEMBERED = 5_000;
    private static final String[] KEYS = {"hardware:", "model:", "name:"};

    private final Map<String, Map<String, String>> names = new HashMap<>();
    private int remembered;

    /** Both may be empty; the same words give the same String object. */
    String name(String source, String device) {
        Map<String, String> ofSource = names.get(source);
        String name = ofSource == null ? null : ofSource.get(device);
        if (name == null) {
            name = make(PlainText.of(source, LONGEST), part(device));
            if (remembered++ < REMEMBERED) {
                names.computeIfAbsent(source, s -> new HashMap<>()).put(device, name);
            }
        }
        return name;
    }

    private static String make(String source, String hardware) {
        if (source.isEmpty() || hardware.isEmpty()) {
            return source + hardware;
        }
        return source + " / " + hardware;
    }

    /**
     * From {@code <<HKDevice: 0x2>, name:Apple Watch, manufacturer:Apple Inc., model:Watch, hardware:Watch7,3,
     * software:11.1>} the hardware, else the model, else the name; a value may contain commas, but no {@code ", word:"}.
     */
    private static String part(String device) {
        for (String key : KEYS) {
            int from = device.indexOf(" " + key);
            if (from >= 0) {
                from += 1 + key.length();
                return PlainText.of(device.substring(from, end(device, from)), LONGEST);
            }
        }
        return "";
    }

    private static int end(String device, int from) {
        for (int comma = device.indexOf(", ", from); comma >= 0; comma = device.indexOf(", ", comma + 1)) {
            int colon = device.indexOf(':', comma);
            if (colon > 0
                    && device.substring(comma + 2, colon).chars().allMatch(c -> Character.isLetter(c) || c == ' ')) {
                return comma;
            }
        }
        return device.endsWith(">") ? Math.max(from, device.length() - 1) : device.length();
    }
}
