package dev.vigil.core.fact;

import dev.vigil.core.watch.MailKind;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/**
 * What a mail says, as typed facts: declared by the mail itself (schema.org, iMIP, headers) or read from its text.
 *
 * @param kinds each kind that holds, with the evidence it stands on (a header, a property, a sentence)
 * @param items the things the kinds are about, as written
 * @param amount the total that this mail moves or asks for; null when none
 * @param price of an offer or alert; null when none
 * @param inStock null when the mail says nothing of it
 */
public record Reading(
        Map<MailKind, String> kinds,
        List<String> items,
        Money amount,
        Price price,
        Boolean inStock,
        List<Dated> dates,
        List<String> orders,
        List<String> tracking) {
    public static final Reading NOTHING =
            new Reading(Map.of(), List.of(), null, null, null, List.of(), List.of(), List.of());

    public Reading {
        kinds = Map.copyOf(kinds);
        items = List.copyOf(items);
        dates = List.copyOf(dates);
        orders = List.copyOf(orders);
        tracking = List.copyOf(tracking);
    }

    /** {@code currency} is an ISO 4217 code. */
    public record Money(double value, String currency) {}

    public record Price(Double old, Double now, String currency) {}

    /**
     * A date that the mail names, in local time as written.
     *
     * @param what due, delivery, start, end, return_by or expires
     * @param time null for a whole day
     * @param till the last day of a span, or null
     */
    public record Dated(String what, LocalDate date, LocalTime time, LocalDate till) {}
}
