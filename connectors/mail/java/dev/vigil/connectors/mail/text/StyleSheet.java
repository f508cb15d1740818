package dev.vigil.connectors.mail.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a mail's style elements say about showing and hiding: simple selectors (a tag, classes, an id) outside of at-rules,
 * which is how mail hides. Media queries speak of other screens and are left aside.
 */
final class StyleSheet {
    private static final int MAX_RULES = 2000;
    private static final int MAX_RULES_FOR_ONE = 40;
    private static final int MAX_CSS = 512 * 1024;
    private static final Set<String> OF_INTEREST = Set.of(
            "display",
            "visibility",
            "opacity",
            "font-size",
            "font",
            "max-height",
            "height",
            "max-width",
            "width",
            "overflow",
            "color",
            "background",
            "background-color",
            "position",
            "left",
            "top",
            "text-indent",
            "clip");
    private static final Pattern SIMPLE = Pattern.compile("([a-z][a-z0-9]*)?((?:[.#][\\w-]{1,100}){0,4})");

    /** By the selector's id, else its first class, else its tag, so that an element asks few rules. */
    private final Map<String, List<Rule>> rules = new HashMap<>();

    private int count;

    private record Rule(String tag, List<String> classes, String id, Map<String, String> says) {
        boolean matches(Element element) {
            return (tag == null || element.normalName().equals(tag))
                    && (id == null || element.id().toLowerCase(Locale.ROOT).equals(id))
                    && classes.stream().allMatch(name -> element.hasClass(name));
        }
    }

    static StyleSheet of(Document document) {
        StyleSheet sheet = new StyleSheet();
        for (Element style : document.getElementsByTag("style")) {
            String media = style.attr("media").strip().toLowerCase(Locale.ROOT);
            if (media.isEmpty() || media.equals("all") || media.equals("screen")) {
                sheet.read(style.data());
            }
        }
        return sheet;
    }

    private void read(String css) {
        String text = css.substring(0, Math.min(css.length(), MAX_CSS))
                .replaceAll("(?s)/\\*.*?(?:\\*/|$)", " ")
                .replaceAll("<!--|-->", " ");
        int at = 0;
        while (at < text.length() && count < MAX_RULES) {
            int open = text.indexOf('{', at);
            if (open < 0) {
                return;
            }
            String selectors = text.substring(at, open).strip();
            int semicolon = selectors.startsWith("@") ? selectors.lastIndexOf(';') : -1;
            selectors = selectors.substring(semicolon + 1).strip();
            int close = selectors.startsWith("@") ? blockEnd(text, open) : text.indexOf('}', open);
            close = close < 0 ? text.length() : close;
            if (!selectors.startsWith("@")) {
                add(selectors.toLowerCase(Locale.ROOT), declarations(text.substring(open + 1, close)));
            }
            at = close + 1;
        }
    }

    private static int blockEnd(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private void add(String selectors, Map<String, String> says) {
        if (says.isEmpty()) {
            return;
        }
        for (String selector : selectors.split(",")) {
            Matcher simple = SIMPLE.matcher(selector.strip());
            if (!selector.isBlank() && simple.matches() && count < MAX_RULES) {
                List<String> classes = new ArrayList<>();
                String id = null;
                for (String piece : simple.group(2).split("(?=[.#])")) {
                    if (piece.startsWith(".")) {
                        classes.add(piece.substring(1));
                    } else if (piece.startsWith("#")) {
                        id = piece.substring(1);
                    }
                }
                String key = id != null ? "#" + id : !classes.isEmpty() ? "." + classes.get(0) : simple.group(1);
                List<Rule> same = rules.computeIfAbsent(key, k -> new ArrayList<>());
                if (same.size() < MAX_RULES_FOR_ONE) {
                    same.add(new Rule(simple.group(1), classes, id, says));
                    count++;
                }
            }
        }
    }

    /** What holds for an element: its style attribute over the sheet, but for what the sheet calls important. */
    Map<String, String> of(Element element) {
        if (rules.isEmpty() && !element.hasAttr("style")) {
            return Map.of();
        }
        Map<String, String> style = new HashMap<>();
        String own = element.attr("style");
        apply(element.normalName(), element, style);
        if (element.hasAttr("class")) {
            element.classNames().stream()
                    .limit(20)
                    .forEach(name -> apply("." + name.toLowerCase(Locale.ROOT), element, style));
        }
        if (element.hasAttr("id")) {
            apply("#" + element.id().toLowerCase(Locale.ROOT), element, style);
        }
        if (!own.isEmpty()) {
            declarations(own).forEach((name, value) -> put(style, name, value));
        }
        style.replaceAll((name, value) -> value.replace("!important", "").strip());
        return style;
    }

    private void apply(String key, Element element, Map<String, String> style) {
        for (Rule rule : rules.getOrDefault(key, List.of())) {
            if (rule.matches(element)) {
                rule.says().forEach((name, value) -> put(style, name, value));
            }
        }
    }

    private static void put(Map<String, String> style, String name, String value) {
        String before = style.get(name);
        if (before == null || !before.contains("!important") || value.contains("!important")) {
            style.put(name, value);
        }
    }

    private static Map<String, String> declarations(String css) {
        Map<String, String> says = new HashMap<>();
        String text = css.substring(0, Math.min(css.length(), 4096)).toLowerCase(Locale.ROOT);
        for (String declaration : text.split(";")) {
            int colon = declaration.indexOf(':');
            String name = colon < 0 ? "" : declaration.substring(0, colon).strip();
            if (OF_INTEREST.contains(name)) {
                put(says, name, declaration.substring(colon + 1).strip().replace("! important", "!important"));
            }
        }
        return says;
    }
}
