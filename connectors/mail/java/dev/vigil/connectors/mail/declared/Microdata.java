package dev.vigil.connectors.mail.declared;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** schema.org items in HTML attributes (WHATWG HTML, chapter 5: Microdata), quoted mail left aside. */
final class Microdata {
    private static final int MAX_ITEMS = 100;
    private static final int MAX_DEPTH = 20;
    private static final int MAX_PROPERTIES = 400;

    private Microdata() {}

    static List<Thing> read(Document document) {
        List<Thing> things = new ArrayList<>();
        for (Element item : document.select("[itemscope][itemtype]")) {
            if (!item.hasAttr("itemprop") && things.size() < MAX_ITEMS && item.closest("blockquote") == null) {
                things.add(thing(item, 0));
            }
        }
        return things;
    }

    private static Thing thing(Element item, int depth) {
        Map<String, List<Object>> properties = new LinkedHashMap<>();
        properties(item, properties, depth);
        String type = item.attr("itemtype").strip().split("\\s+")[0];
        return new Thing(Thing.typeName(type), properties);
    }

    private static void properties(Element parent, Map<String, List<Object>> properties, int depth) {
        for (Element child : parent.children()) {
            boolean item = child.hasAttr("itemscope");
            if (child.hasAttr("itemprop") && properties.size() < MAX_PROPERTIES) {
                Object value = item && depth < MAX_DEPTH ? thing(child, depth + 1) : value(child);
                for (String name : child.attr("itemprop").strip().split("\\s+")) {
                    properties.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
                }
            }
            if (!item) {
                properties(child, properties, depth);
            }
        }
    }

    private static String value(Element element) {
        for (String attribute : List.of("content", "href", "src", "datetime", "value")) {
            if (element.hasAttr(attribute)) {
                return element.attr(attribute);
            }
        }
        return element.text();
    }
}
