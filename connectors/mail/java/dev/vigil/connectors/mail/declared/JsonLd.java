package dev.vigil.connectors.mail.declared;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** schema.org items in {@code script type="application/ld+json"}. A script that is no JSON says nothing. */
final class JsonLd {
    private static final int MAX_SCRIPTS = 50;
    private static final int MAX_CHARS = 512 * 1024;
    private static final int MAX_DEPTH = 40;
    private static final int MAX_VALUES = 200;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_CHARS)
                            .build())
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                    .build())
            .build();

    private JsonLd() {}

    static List<Thing> read(Document document) {
        List<Thing> things = new ArrayList<>();
        int scripts = 0;
        for (Element script : document.getElementsByTag("script")) {
            if (script.attr("type").strip().toLowerCase(Locale.ROOT).startsWith("application/ld+json")
                    && scripts++ < MAX_SCRIPTS) {
                collect(parse(script.data()), things);
            }
        }
        return things;
    }

    private static JsonNode parse(String script) {
        String bare = script.replaceAll(
                        "^\\s*(?:<!--|//\\s*<!\\[CDATA\\[|<!\\[CDATA\\[)|(?:-->|//\\s*]]>|]]>)\\s*$", "")
                .strip();
        try {
            return bare.length() > MAX_CHARS || bare.isEmpty() ? null : JSON.readTree(bare);
        } catch (JacksonException e) {
            return null;
        }
    }

    private static void collect(JsonNode node, List<Thing> things) {
        if (node == null) {
            return;
        }
        if (node.isArray()) {
            node.forEach(child -> collect(child, things));
        } else if (node.isObject()) {
            if (node.has("@graph")) {
                collect(node.get("@graph"), things);
            }
            if (node.has("@type") && things.size() < MAX_VALUES) {
                things.add(thing(node));
            }
        }
    }

    private static Thing thing(JsonNode node) {
        Map<String, List<Object>> properties = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            List<Object> values = new ArrayList<>();
            add(property.getValue(), values);
            if (!property.getKey().startsWith("@") && !values.isEmpty() && properties.size() < MAX_VALUES) {
                properties.put(property.getKey(), values);
            }
        }
        return new Thing(type(node.get("@type")), properties);
    }

    private static void add(JsonNode node, List<Object> values) {
        if (values.size() >= MAX_VALUES) {
            return;
        }
        if (node.isArray()) {
            node.forEach(child -> add(child, values));
        } else if (node.isObject()) {
            boolean reference = node.has("@value") || node.size() == 1 && node.has("@id");
            if (reference) {
                add(node.has("@value") ? node.get("@value") : node.get("@id"), values);
            } else {
                values.add(thing(node));
            }
        } else if (node.isValueNode() && !node.isNull()) {
            values.add(node.asString());
        }
    }

    private static String type(JsonNode type) {
        JsonNode first = type != null && type.isArray() ? type.get(0) : type;
        return first == null || !first.isString() ? "" : Thing.typeName(first.asString());
    }
}
