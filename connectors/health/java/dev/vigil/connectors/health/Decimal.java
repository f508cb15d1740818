package dev.vigil.connectors.health;

import java.math.BigDecimal;
import java.math.MathContext;

/** Decimal numbers as files write them. */
final class Decimal {
    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };
    private static final int EXACT_DIGITS = 15;
    private static final int LONGEST = 60;

    private Decimal() {}

    /**
     * Reads {@code 72}, {@code -0.5}, {@code 1.2e3}; NaN for anything else, words like NaN and Infinity and the suffixes
     * of Java's own literals included. Numbers of up to 15 digits take a fast path that is exact, because such an integer
     * and such a power of ten are both exact as double.
     */
    static double parse(String text) {
        int length = text.length();
        if (length == 0 || length > LONGEST) {
            return Double.NaN;
        }
        int at = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        int digits = 0;
        int decimals = -1;
        long number = 0;
        for (int i = at; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                number = number * 10 + (c - '0');
                if (++digits > EXACT_DIGITS) {
                    return slow(text);
                }
                if (decimals >= 0) {
                    decimals++;
                }
            } else if (c == '.' && decimals < 0) {
                decimals = 0;
            } else {
                return slow(text);
            }
        }
        if (digits == 0) {
            return Double.NaN;
        }
        double value = decimals > 0 ? number / POWERS_OF_TEN[decimals] : number;
        return text.charAt(0) == '-' ? -value : value;
    }

    private static double slow(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return Double.NaN;
            }
        }
        try {
            double value = Double.parseDouble(text);
            return Double.isInfinite(value) ? Double.NaN : value;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** For people: at most six significant digits, no needless zeros. */
    static String shown(double value) {
        if (!Double.isFinite(value)) {
            return "no number";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(6)).stripTrailingZeros();
        return Math.abs(value) < 1e12 ? rounded.toPlainString() : rounded.toString();
    }
}
