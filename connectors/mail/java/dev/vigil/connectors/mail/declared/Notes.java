package dev.vigil.connectors.mail.declared;

import dev.vigil.core.fact.Reading;
import dev.vigil.core.fact.Reading.Dated;
import dev.vigil.core.fact.Reading.Money;
import dev.vigil.core.watch.MailKind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gathers what a mail declares, bounded and without repeats, into a {@link Reading}. */
final class Notes {
    private static final int MAX = 100;
    private static final int MAX_TEXT = 300;
    private static final Pattern MOMENT =
            Pattern.compile("^\\s*(\\d{4})-?(\\d{2})-?(\\d{2})(?:[T ](\\d{2}):?(\\d{2}))?.{0,40}$");
    private static final Pattern AMOUNT = Pattern.compile("\\d[\\d., ' \u00A0\u202F]{0,20}");

    private final Map<MailKind, String> kinds = new LinkedHashMap<>();
    private final Set<String> items = new LinkedHashSet<>();
    private final Set<String> orders = new LinkedHashSet<>();
    private final Set<String> tracking = new LinkedHashSet<>();
    private final List<Dated> dates = new ArrayList<>();
    private Money amount;

    void kind(MailKind kind, String evidence) {
        kinds.putIfAbsent(kind, evidence);
    }

    boolean hasKinds() {
        return !kinds.isEmpty();
    }

    void item(String name) {
        add(items, name);
    }

    void order(String number) {
        add(orders, number);
    }

    void tracking(String number) {
        add(tracking, number);
    }

    private static void add(Set<String> all, String text) {
        String bare = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        if (!bare.isEmpty() && all.size() < MAX) {
            all.add(bare.substring(0, Math.min(bare.length(), MAX_TEXT)));
        }
    }

    /** @param value ISO 8601, with or without time and offset; the local time as written counts */
    void date(String what, String value, String till) {
        Matcher moment = MOMENT.matcher(value);
        LocalDate date = moment.matches() ? date(moment) : null;
        if (date == null || dates.size() >= MAX) {
            return;
        }
        Matcher end = MOMENT.matcher(till);
        LocalDate last = end.matches() ? date(end) : null;
        Dated dated = new Dated(what, date, time(moment), last != null && last.isAfter(date) ? last : null);
        if (!dates.contains(dated)) {
            dates.add(dated);
        }
    }

    private static LocalDate date(Matcher moment) {
        try {
            return LocalDate.of(
                    Integer.parseInt(moment.group(1)),
                    Integer.parseInt(moment.group(2)),
                    Integer.parseInt(moment.group(3)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalTime time(Matcher moment) {
        if (moment.group(4) == null) {
            return null;
        }
        try {
            return LocalTime.of(Integer.parseInt(moment.group(4)), Integer.parseInt(moment.group(5)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The first amount stands; {@code price} may carry its currency itself ("EUR 39.00", "$39"). */
    void amount(String price, String currency) {
        Double value = number(price);
        String code = currency.isEmpty() ? Currencies.in(price) : Currencies.in(currency);
        if (amount == null && value != null && code != null) {
            amount = new Money(value, code);
        }
    }

    /** The last separator with one or two digits behind it is the decimal one. */
    private static Double number(String price) {
        Matcher digits = AMOUNT.matcher(price);
        if (!digits.find()) {
            return null;
        }
        String bare = digits.group().replaceAll("[\\s'\u00A0\u202F]", "").replaceAll("[.,]$", "");
        int last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
        boolean decimal = last >= 0 && (bare.length() - last <= 3 || bare.indexOf('.') == last && !bare.contains(","));
        String whole = (decimal ? bare.substring(0, last) : bare).replaceAll("[.,]", "");
        String text = decimal ? whole + "." + bare.substring(last + 1) : whole;
        return text.startsWith(".") || text.isEmpty() ? null : Double.valueOf(text);
    }

    Reading reading() {
        return new Reading(
                kinds, List.copyOf(items), amount, null, null, dates, List.copyOf(orders), List.copyOf(tracking));
    }
}
