package dev.vigil.connectors.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A component of a calendar with the lines that matter here. */
final class IcsComponent {
    final String name;
    final int line;
    final List<Line> lines = new ArrayList<>();
    final List<IcsComponent> children = new ArrayList<>();

    IcsComponent(String name, int line) {
        this.name = name;
        this.line = line;
    }

    /**
     * One content line, unfolded.
     *
     * @param parameters upper-case name to first value
     */
    record Line(String name, Map<String, String> parameters, String value, int number) {
        String parameter(String parameter) {
            return parameters.get(parameter);
        }
    }

    /** The first line of that name, or null. */
    Line first(String property) {
        for (Line each : lines) {
            if (each.name.equals(property)) {
                return each;
            }
        }
        return null;
    }

    List<Line> all(String property) {
        return lines.stream().filter(each -> each.name.equals(property)).toList();
    }

    /** The value of the first line of that name, or empty. */
    String value(String property) {
        Line line = first(property);
        return line == null ? "" : line.value.strip();
    }
}
