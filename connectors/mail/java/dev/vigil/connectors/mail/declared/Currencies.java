package dev.vigil.connectors.mail.declared;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** ISO 4217 codes and the signs that stand for one currency only. */
final class Currencies {
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toCollection(TreeSet::new));
    private static final Map<String, String> SIGNS =
            Map.of("€", "EUR", "£", "GBP", "₹", "INR", "₩", "KRW", "zł", "PLN");
    private static final Pattern CODE = Pattern.compile("[A-Za-z]{3}");

    private Currencies() {}

    /** The currency that the text names, or null; a bare dollar sign is the American one. */
    static String in(String text) {
        Matcher code = CODE.matcher(text);
        while (code.find()) {
            String upper = code.group().toUpperCase(Locale.ROOT);
            if (CODES.contains(upper)) {
                return upper;
            }
        }
        for (Map.Entry<String, String> sign : SIGNS.entrySet()) {
            if (text.contains(sign.getKey())) {
                return sign.getValue();
            }
        }
        return text.contains("$") ? "USD" : null;
    }
}
