package dev.vigil.engine.watchman;

import dev.vigil.core.fact.Authenticity;
import dev.vigil.core.fact.Mail;
import dev.vigil.core.fact.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the person's orders and parcels hold, by order and tracking number: later mail often names the number alone. */
final class Parcels {
    private static final Pattern NUMBER = Pattern.compile("[\\p{Alnum}][\\p{Alnum}-]{4,39}");
    private static final int MOST_ITEMS = 50;

    private final Map<String, Set<String>> items = new HashMap<>();

    /** The things that a mail's numbers stand for, one a line; empty when it names no known one. */
    String things(Mail mail) {
        if (items.isEmpty()) {
            return "";
        }
        Set<String> things = new LinkedHashSet<>();
        numbers(mail).forEach(number -> things.addAll(items.getOrDefault(number, Set.of())));
        return String.join("\n", things);
    }

    /** Only what a mail declares, and only one whose sender did not fail its check. */
    void learn(Mail mail) {
        Reading reading = mail.reading();
        List<String> declared = Stream.of(reading.orders(), reading.tracking())
                .flatMap(List::stream)
                .toList();
        if (declared.isEmpty() || mail.authenticity().result() == Authenticity.Result.FAIL) {
            return;
        }
        Set<String> all = new LinkedHashSet<>(reading.items());
        declared.forEach(number -> all.addAll(items.getOrDefault(number, Set.of())));
        List<String> bounded = new ArrayList<>(all).subList(0, Math.min(all.size(), MOST_ITEMS));
        declared.forEach(number -> items.put(number, new LinkedHashSet<>(bounded)));
    }

    private Stream<String> numbers(Mail mail) {
        List<String> found = new ArrayList<>(mail.reading().orders());
        found.addAll(mail.reading().tracking());
        for (String text : List.of(mail.subject(), mail.text())) {
            Matcher numbers = NUMBER.matcher(text);
            while (numbers.find()) {
                if (items.containsKey(numbers.group())) {
                    found.add(numbers.group());
                }
            }
        }
        return found.stream();
    }
}
