package dev.vigil.cli;

import java.io.StringWriter;
import java.util.Collection;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Builds one JSON object on one line; fields keep their order. */
final class JsonLine {
    private static final JsonFactory FACTORY = new JsonFactory();
    private final StringWriter text = new StringWriter();
    private final JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text);

    JsonLine() {
        json.writeStartObject();
    }

    /** Null is written as null. */
    JsonLine put(String name, String value) {
        json.writeName(name);
        json.writeString(value);
        return this;
    }

    JsonLine put(String name, long value) {
        json.writeNumberProperty(name, value);
        return this;
    }

    JsonLine put(String name, boolean value) {
        json.writeBooleanProperty(name, value);
        return this;
    }

    JsonLine put(String name, Collection<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
        return this;
    }

    /** {@code written} is JSON already. */
    JsonLine raw(String name, String written) {
        json.writeName(name);
        json.writeRawValue(written);
        return this;
    }

    JsonLine objects(String name, Collection<String> written) {
        return raw(name, "[" + String.join(",", written) + "]");
    }

    String end() {
        json.writeEndObject();
        json.close();
        return text.toString();
    }
}
