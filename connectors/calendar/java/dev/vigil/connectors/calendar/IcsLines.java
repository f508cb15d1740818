package dev.vigil.connectors.calendar;

import com.github.mangstadt.vinnie.SyntaxStyle;
import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataAdapter;
import com.github.mangstadt.vinnie.io.VObjectReader;
import com.github.mangstadt.vinnie.io.Warning;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads a text into its calendars' components, keeping events, time zones and the few properties that matter. */
final class IcsLines extends VObjectDataAdapter {
    static final int LONGEST_VALUE = 1_000_000;
    static final int MOST_EVENTS = 100_000;
    private static final int MOST_ZONES = 1_000;
    private static final int DEEPEST = 32;

    private static final Set<String> KEPT = Set.of(
            "UID",
            "RECURRENCE-ID",
            "SEQUENCE",
            "LAST-MODIFIED",
            "DTSTAMP",
            "CREATED",
            "SUMMARY",
            "LOCATION",
            "DESCRIPTION",
            "ORGANIZER",
            "ATTENDEE",
            "DTSTART",
            "DTEND",
            "DURATION",
            "STATUS",
            "TRANSP",
            "RRULE",
            "EXRULE",
            "RDATE",
            "EXDATE",
            "X-MICROSOFT-CDO-BUSYSTATUS",
            "X-MICROSOFT-CDO-ALLDAYEVENT",
            "TZID",
            "TZOFFSETFROM",
            "TZOFFSETTO",
            "X-LIC-LOCATION",
            "TZURL",
            "METHOD",
            "X-WR-CALNAME",
            "X-WR-TIMEZONE",
            "NAME");
    private static final Set<String> TEXTS = Set.of("SUMMARY", "LOCATION", "DESCRIPTION");

    private final List<IcsComponent> calendars = new ArrayList<>();
    private final Deque<IcsComponent> open = new ArrayDeque<>();
    private final Refusals refusals;
    private int events;
    private int zones;
    private String lastText;

    private IcsLines(Refusals refusals) {
        this.refusals = refusals;
    }

    /** The calendars of a text; events outside any are given one. Never throws for what the text says. */
    static List<IcsComponent> read(String text, Refusals refusals) {
        IcsLines lines = new IcsLines(refusals);
        try (VObjectReader reader = new VObjectReader(new StringReader(text), new SyntaxRules(SyntaxStyle.NEW))) {
            reader.parse(lines);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory", e);
        }
        lines.end();
        return lines.calendars;
    }

    @Override
    public void onComponentBegin(String written, Context context) {
        String name = written.toUpperCase(Locale.ROOT);
        lastText = null;
        if (open.size() >= DEEPEST) {
            refusals.lost(
                    context.getLineNumber(), "components nested more than " + DEEPEST + " deep; the rest was left out");
            context.stop();
            open.clear();
            return;
        }
        if (name.equals("VCALENDAR")) {
            open.clear();
        } else if (name.equals("VEVENT") || name.equals("VTIMEZONE")) {
            while (!open.isEmpty() && !open.peek().name.equals("VCALENDAR")) {
                open.pop();
            }
        }
        IcsComponent component = new IcsComponent(name, context.getLineNumber());
        if (isRefused(component, context)) {
            return;
        }
        if (name.equals("VCALENDAR")) {
            calendars.add(component);
        } else if (open.isEmpty() && (name.equals("VEVENT") || name.equals("VTIMEZONE"))) {
            calendar(context).children.add(component);
        } else if (!open.isEmpty()) {
            open.peek().children.add(component);
        }
        open.push(component);
    }

    @Override
    public void onComponentEnd(String written, Context context) {
        String name = written.toUpperCase(Locale.ROOT);
        lastText = null;
        if (open.stream().anyMatch(each -> each.name.equals(name))) {
            while (!open.pop().name.equals(name)) {
                // what was not closed is closed with its parent
            }
        }
    }

    @Override
    public void onProperty(VObjectProperty property, Context context) {
        String name = property.getName().strip().toUpperCase(Locale.ROOT);
        IcsComponent owner = open.peek();
        lastText = null;
        if (owner == null || !KEPT.contains(name)) {
            return;
        }
        String value = property.getValue();
        if (value.length() > LONGEST_VALUE) {
            refusals.note(
                    context.getLineNumber(),
                    name + " is longer than " + LONGEST_VALUE + " characters and was left out");
            return;
        }
        Map<String, String> parameters = new HashMap<>();
        property.getParameters().forEach(entry -> {
            if (entry.getKey() != null && !entry.getValue().isEmpty()) {
                parameters.putIfAbsent(
                        entry.getKey().strip().toUpperCase(Locale.ROOT), String.join(",", entry.getValue()));
            }
        });
        owner.lines.add(new IcsComponent.Line(name, parameters, value, context.getLineNumber()));
        lastText = TEXTS.contains(name) ? name : null;
    }

    @Override
    public void onWarning(Warning warning, VObjectProperty property, Exception thrown, Context context) {
        IcsComponent owner = open.peek();
        boolean continues = warning == Warning.MALFORMED_LINE && lastText != null && owner != null;
        if (continues && !owner.lines.isEmpty()) {
            IcsComponent.Line last = owner.lines.remove(owner.lines.size() - 1);
            String joined = last.value() + "\\n" + context.getUnfoldedLine();
            owner.lines.add(new IcsComponent.Line(
                    last.name(),
                    last.parameters(),
                    joined.length() > LONGEST_VALUE ? last.value() : joined,
                    last.number()));
        }
    }

    /** Calendars of events only: an event's own parts and other components are of no interest. */
    private boolean isRefused(IcsComponent component, Context context) {
        if (component.name.equals("VEVENT") && ++events > MOST_EVENTS) {
            refusals.lost(component.line, "more than " + MOST_EVENTS + " events; the rest was left out");
            context.stop();
            open.clear();
            return true;
        }
        return component.name.equals("VTIMEZONE") && ++zones > MOST_ZONES;
    }

    private IcsComponent calendar(Context context) {
        if (calendars.isEmpty()) {
            calendars.add(new IcsComponent("VCALENDAR", context.getLineNumber()));
        }
        return calendars.get(calendars.size() - 1);
    }

    private void end() {
        IcsComponent cut = open.peekLast();
        if (cut == null) {
            return;
        }
        refusals.lost(cut.line, "the file ends within this " + cut.name);
        for (IcsComponent unclosed : open) {
            for (IcsComponent calendar : calendars) {
                if (unclosed.name.equals("VEVENT")) {
                    calendar.children.remove(unclosed);
                }
            }
        }
    }
}
