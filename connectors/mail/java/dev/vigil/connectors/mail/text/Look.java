package dev.vigil.connectors.mail.text;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * How an element's own text looks, as far as that decides whether it can be seen. Font size, visibility and colour pass
 * on to children, which may set them anew: a cell of font size 0 around readable text is a common layout trick.
 *
 * @param gone the element and all in it take no part
 * @param fontSize in px
 */
record Look(boolean gone, double fontSize, boolean invisible, boolean sameColour) {
    static final Look PLAIN = new Look(false, 16, false, false);

    private static final Pattern SIZE =
            Pattern.compile("(-?(?:\\d{1,6}(?:\\.\\d{0,6})?|\\.\\d{1,6}))\\s*(px|pt|em|rem|%|)");
    private static final Pattern FONT_SHORTHAND =
            Pattern.compile("(?:^|\\s)(\\d{0,4}(?:\\.\\d{0,4})?(?:px|pt|em|rem|%))(?:/|\\s|$)");
    private static final Pattern PREHEADER =
            Pattern.compile("(?i)(?:^|[\\s_-])(?:pre-?header|preview-?text|hidden-?preview)(?:$|[\\s_-])");

    boolean textHidden() {
        return gone || fontSize <= 1.01 || invisible || sameColour;
    }

    Look inside(Element element, Map<String, String> style) {
        if (style.isEmpty() && !gone && !element.hasAttr("hidden") && !isBarePreheader(element)) {
            return this;
        }
        if (gone || hides(element, style)) {
            return new Look(true, fontSize, invisible, sameColour);
        }
        String visibility = style.getOrDefault("visibility", "");
        boolean unseen =
                visibility.isEmpty() ? invisible : !visibility.equals("visible") && !visibility.equals("inherit");
        return new Look(false, fontSize(style), unseen, sameColour(style));
    }

    private static boolean hides(Element element, Map<String, String> style) {
        return element.hasAttr("hidden")
                || style.getOrDefault("display", "").equals("none")
                || isZero(style.get("opacity"))
                || isZero(style.get("max-height"))
                || isZero(style.get("max-width")) && clips(style)
                || (isZero(style.get("height")) || isZero(style.get("width"))) && clips(style)
                || isAway(style)
                || isBarePreheader(element);
    }

    private static boolean clips(Map<String, String> style) {
        return style.getOrDefault("overflow", "").equals("hidden");
    }

    private static boolean isAway(Map<String, String> style) {
        boolean moved = style.getOrDefault("position", "").equals("absolute")
                || style.getOrDefault("position", "").equals("fixed");
        return moved && (isFarNegative(style.get("left")) || isFarNegative(style.get("top")))
                || isFarNegative(style.get("text-indent"));
    }

    /** A block that calls itself a preheader and has lost its style: some mail stores strip what hid it. */
    private static boolean isBarePreheader(Element element) {
        return (element.normalName().equals("div") || element.normalName().equals("span"))
                && (element.hasAttr("class") || element.hasAttr("id"))
                && element.attr("style").isBlank()
                && PREHEADER.matcher(element.className() + " " + element.id()).find()
                && element.text().length() < 400;
    }

    private double fontSize(Map<String, String> style) {
        String size = style.get("font-size");
        if (size == null && style.containsKey("font")) {
            Matcher shorthand = FONT_SHORTHAND.matcher(style.get("font"));
            size = shorthand.find() ? shorthand.group(1) : null;
        }
        if (size == null) {
            return fontSize;
        }
        Matcher m = SIZE.matcher(size);
        if (!m.matches()) {
            return 16;
        }
        double number = Double.parseDouble(m.group(1));
        return switch (m.group(2)) {
            case "em" -> fontSize * number;
            case "%" -> fontSize * number / 100;
            case "rem" -> 16 * number;
            case "pt" -> number * 4 / 3;
            default -> number;
        };
    }

    private boolean sameColour(Map<String, String> style) {
        String colour = colour(style.get("color"));
        if (colour.isEmpty()) {
            return sameColour;
        }
        String ground = colour(style.getOrDefault("background-color", style.get("background")));
        return colour.equals("transparent") || colour.equals(ground);
    }

    private static String colour(String value) {
        String colour = value == null ? "" : value.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
        if (colour.matches("#[0-9a-f]{3}")) {
            return "#" + colour.substring(1).replaceAll("(.)", "$1$1");
        }
        return switch (colour) {
            case "white", "rgb(255,255,255)" -> "#ffffff";
            case "black", "rgb(0,0,0)" -> "#000000";
            case "inherit", "initial", "unset", "currentcolor" -> "";
            default -> colour.startsWith("rgba(") && colour.endsWith(",0)") ? "transparent" : colour;
        };
    }

    private static boolean isZero(String value) {
        return value != null && number(value) == 0;
    }

    private static boolean isFarNegative(String value) {
        return value != null && number(value) <= -500;
    }

    /** The number before the unit; one that hides nothing if there is none. */
    private static double number(String value) {
        Matcher m = SIZE.matcher(value);
        return m.matches() ? Double.parseDouble(m.group(1)) : 1;
    }
}
