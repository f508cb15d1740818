package dev.vigil.engine.deliver;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which channels take a notice. What is told goes to every channel that is set up, unless the watch names one; what
 * needs a device goes to that device's name, whether or not it exists, so that the outbox says what became of it.
 */
public final class Routing {
    public static final String TERMINAL = "terminal";
    public static final String DESKTOP = "desktop";
    public static final String NTFY = "ntfy";
    public static final String MAIL = "mail";
    /** Runs a command that the person registered. */
    public static final String COMMAND = "command";
    /** What Vigil does to itself, such as holding notices back: the courier only records it. */
    public static final String VIGIL = "vigil";

    static final String SCREEN = "screen";
    static final String CALENDAR = "calendar";
    static final String DRAFTS = "drafts";
    static final String LABELS = "labels";
    static final String FORWARD = "forward";

    private static final Map<String, String> DEVICES = Map.of(
            "run", COMMAND,
            "quiet", VIGIL,
            "dim_screen", SCREEN,
            "block_time", CALENDAR,
            "draft_reply", DRAFTS,
            "soften", DRAFTS,
            "label", LABELS,
            "forward", FORWARD);
    private static final Map<String, String> VIA = Map.of("phone", NTFY, "desktop", DESKTOP, "mail", MAIL);

    private final List<String> telling;

    /**
     * @param configured names of the channels that are set up, in the order in which they are to be used;
     *     {@link #TERMINAL} only while Vigil runs in the foreground
     */
    public Routing(Collection<String> configured) {
        telling = configured.stream()
                .distinct()
                .filter(name -> !DEVICES.containsValue(name))
                .toList();
    }

    /**
     * The channels for one action; never empty.
     *
     * @param act the action's name: notify, suggest_break, dim_screen, …
     * @param detail the action's parameters as {@code key=value} lines; {@code via} is read
     * @param urgent takes every way there is: the one that was named may be dead for hours
     */
    public List<String> channels(String act, String detail, boolean urgent) {
        String device = DEVICES.get(act);
        if (device != null) {
            return List.of(device);
        }
        String named = VIA.get(via(detail));
        Set<String> channels = new LinkedHashSet<>();
        if (named != null) {
            channels.add(named);
        }
        if (named == null || urgent || !telling.contains(named)) {
            channels.addAll(telling);
        } else if (telling.contains(TERMINAL)) {
            channels.add(TERMINAL);
        }
        return channels.isEmpty() ? List.of(TERMINAL) : List.copyOf(channels);
    }

    private static String via(String detail) {
        return detail.lines()
                .filter(line -> line.startsWith("via="))
                .map(line -> line.substring("via=".length()).strip())
                .findFirst()
                .orElse("");
    }
}
