package dev.vigil.language;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Small parts of sentences: the person's own words, lists, numbers, articles. */
final class Texts {
    /** Controls, line separators, and the marks that turn the direction of writing or hide in it. */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cc}\\u2028\\u2029\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFB]+");

    private static final Pattern AN = Pattern.compile(
            "(?i:[aeio8]|u(?!ni[^nm]|s[aeiu]|t[ei]l|k\\b)|h(?:our|onest|eir)|11|18).*|(?:[FHLMNRSX](?:[A-Z0-9]{1,4}\\b|-)).*",
            Pattern.DOTALL);
    private static final Pattern A = Pattern.compile("(?i:eu|one\\b|once\\b|ewe).*|U[A-Z].*", Pattern.DOTALL);

    private Texts() {}

    /** The person's words between asterisks. */
    static String quote(String words) {
        return "*" + plain(words).replace('*', '∗') + "*";
    }

    /** On one line, without what cannot be seen. */
    static String plain(String text) {
        return UNSEEN.matcher(text).replaceAll(" ").replaceAll("\\s+", " ").strip();
    }

    /** At most {@code most} characters, cut between code points and with an ellipsis. */
    static String shorten(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    static String and(List<String> parts) {
        return join(parts, " and ");
    }

    static String or(List<String> parts) {
        return join(parts, " or ");
    }

    private static String join(List<String> parts, String last) {
        int size = parts.size();
        return size == 1 ? parts.get(0) : String.join(", ", parts.subList(0, size - 1)) + last + parts.get(size - 1);
    }

    static String number(double value) {
        return new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.UK)).format(value);
    }

    /** Money and the like: whole, or with two decimals at least. */
    static String money(double value) {
        return value == Math.rint(value)
                ? number(value)
                : new DecimalFormat("#,##0.00####", DecimalFormatSymbols.getInstance(Locale.UK)).format(value);
    }

    /** "1 hour", "2 hours". */
    static String count(double number, String unit) {
        return number(number) + " " + unit + (number == 1 ? "" : "s");
    }

    /** "a" or "an" before these words. */
    static String article(String words) {
        return AN.matcher(words).matches() && !A.matcher(words).matches() ? "an" : "a";
    }

    /** Looks like a plural: "meetings", but not "class", "virus", "analysis", "doctor's". */
    static boolean plural(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return lower.length() > 3 && lower.matches("(?s).*[^sui'’]s");
    }

    static String capital(String sentence) {
        return sentence.isEmpty()
                ? sentence
                : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    static String ordinal(int number) {
        int rest = number % 100;
        String ending = rest >= 11 && rest <= 13
                ? "th"
                : switch (number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
        return number + ending;
    }
}
