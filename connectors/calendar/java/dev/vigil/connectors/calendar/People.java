package dev.vigil.connectors.calendar;

import dev.vigil.core.fact.Address;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Who is in an event: the organizer first, then the attendees, each once. */
final class People {
    static final int MOST = 1_000;
    private static final int LONGEST_NAME = 300;

    private People() {}

    static List<Address> of(IcsComponent event, Refusals refusals) {
        List<IcsComponent.Line> lines = new ArrayList<>(event.all("ORGANIZER"));
        lines.addAll(event.all("ATTENDEE"));
        List<Address> people = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (IcsComponent.Line line : lines) {
            Address each = address(line);
            boolean empty = each.email().isEmpty() && each.name().isEmpty();
            if (empty || !each.email().isEmpty() && !seen.add(each.email())) {
                continue;
            }
            if (people.size() == MOST) {
                refusals.note(line.number(), "more than " + MOST + " attendees; the rest was left out");
                return people;
            }
            people.add(each);
        }
        return people;
    }

    /** Whether the person, by one of these addresses (or anybody, if there are none), was asked and has not answered. */
    static boolean isAsked(IcsComponent event, String method, Set<String> me) {
        boolean request = method.equals("REQUEST");
        if (me.isEmpty()) {
            return request
                    || event.all("ATTENDEE").stream()
                            .anyMatch(each -> status(each).equals("NEEDS-ACTION"));
        }
        if (event.all("ORGANIZER").stream()
                .anyMatch(each -> me.contains(address(each).email()))) {
            return false;
        }
        List<String> mine = event.all("ATTENDEE").stream()
                .filter(each -> me.contains(address(each).email()))
                .map(People::status)
                .toList();
        return mine.isEmpty() ? request : mine.contains("NEEDS-ACTION") || request && mine.contains("");
    }

    /** Whether the person said no. */
    static boolean isDeclined(IcsComponent event, Set<String> me) {
        return event.all("ATTENDEE").stream()
                .anyMatch(each ->
                        me.contains(address(each).email()) && status(each).equals("DECLINED"));
    }

    private static String status(IcsComponent.Line attendee) {
        String status = attendee.parameter("PARTSTAT");
        return status == null ? "" : status.strip().toUpperCase(Locale.ROOT);
    }

    private static Address address(IcsComponent.Line line) {
        String name = line.parameter("CN") == null ? "" : line.parameter("CN");
        String email = email(line.value());
        if (email.isEmpty() && line.parameter("EMAIL") != null) {
            email = email(line.parameter("EMAIL"));
        }
        name = IcsValues.text(name, LONGEST_NAME)
                .replaceAll("^[\"']+|[\"']+$", "")
                .strip();
        return new Address(name, email);
    }

    private static String email(String value) {
        String plain = value.strip();
        if (plain.regionMatches(true, 0, "mailto:", 0, 7)) {
            plain = plain.substring(7);
        }
        boolean good = plain.indexOf('@') > 0
                && plain.length() <= 320
                && plain.chars().noneMatch(each -> Character.isWhitespace(each) || Character.isISOControl(each));
        return good ? plain.toLowerCase(Locale.ROOT) : "";
    }
}
