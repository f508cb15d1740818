package dev.vigil.connectors.mail.declared;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A schema.org item.
 *
 * @param type the type's name without its address, such as {@code Order}; empty when none is given
 * @param properties values in their order; each is a {@link String} or a {@link Thing}
 */
record Thing(String type, Map<String, List<Object>> properties) {
    Thing {
        properties = Map.copyOf(properties);
    }

    boolean is(String name) {
        return type.equalsIgnoreCase(name);
    }

    List<Object> all(String property) {
        return properties.getOrDefault(property, List.of());
    }

    List<Thing> things(String property) {
        List<Thing> things = new ArrayList<>();
        for (Object value : all(property)) {
            if (value instanceof Thing thing) {
                things.add(thing);
            }
        }
        return things;
    }

    /** The first text among the properties, in the order asked; empty when there is none. */
    String text(String... names) {
        for (String name : names) {
            for (Object value : all(name)) {
                if (value instanceof String text && !text.isBlank()) {
                    return text.strip();
                }
            }
        }
        return "";
    }

    /** The last word of an enumeration's address, lower case: {@code orderintransit}. */
    String state(String... names) {
        String text = text(names);
        return text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('#')) + 1)
                .toLowerCase(Locale.ROOT);
    }

    /** The text itself, or the name of the item that stands there; empty when there is none. */
    String name(String property) {
        String text = text(property);
        if (!text.isEmpty()) {
            return text;
        }
        return things(property).stream()
                .map(thing -> thing.text("name", "description"))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    static String typeName(String address) {
        String bare = address.strip();
        return bare.substring(
                Math.max(bare.lastIndexOf('/'), Math.max(bare.lastIndexOf('#'), bare.lastIndexOf(':'))) + 1);
    }
}
