package dev.vigil.connectors.mail.mime;

import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.internet.ParseException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Content-Type or Content-Disposition value, read as well as it goes.
 *
 * @param value such as {@code text/html} or {@code attachment}, in lower case; empty when unreadable
 * @param parameters by lower-case name
 */
public record MediaType(String value, Map<String, String> parameters) {
    static {
        // Angus reads this once: parameters with spaces and without quotes are common (filename=my bill.pdf).
        if (System.getProperty("mail.mime.parameters.strict") == null) {
            System.setProperty("mail.mime.parameters.strict", "false");
        }
    }

    private static final Pattern VALUE = Pattern.compile("^\\s*([\\w!#$&^.+-]+(?:/[\\w!#$&^.+-]+)?)");
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*([\\w*-]{1,60})\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.){0,4000})\"?|([^;]{0,4000}))");

    public MediaType {
        parameters = Map.copyOf(parameters);
    }

    static MediaType parse(String header) {
        try {
            ContentType type = new ContentType(header);
            return new MediaType(type.getBaseType().toLowerCase(Locale.ROOT), all(type.getParameterList()));
        } catch (ParseException | RuntimeException e) {
            return guess(header);
        }
    }

    static MediaType disposition(String header) {
        try {
            ContentDisposition disposition = new ContentDisposition(header);
            return new MediaType(
                    disposition.getDisposition().toLowerCase(Locale.ROOT), all(disposition.getParameterList()));
        } catch (ParseException | RuntimeException e) {
            return guess(header);
        }
    }

    private static Map<String, String> all(ParameterList list) {
        Map<String, String> all = new HashMap<>();
        if (list != null) {
            for (String name : Collections.list(list.getNames())) {
                String value = list.get(name);
                if (value != null) {
                    all.put(name.toLowerCase(Locale.ROOT), value);
                }
            }
        }
        return all;
    }

    private static MediaType guess(String header) {
        Matcher value = VALUE.matcher(header);
        Map<String, String> parameters = new HashMap<>();
        Matcher parameter = PARAMETER.matcher(header);
        while (parameter.find() && parameters.size() < 50) {
            String quoted = parameter.group(2);
            String text = quoted != null ? quoted.replaceAll("\\\\(.)", "$1") : parameter.group(3);
            parameters.putIfAbsent(parameter.group(1).toLowerCase(Locale.ROOT), text.strip());
        }
        return new MediaType(value.find() ? value.group(1).toLowerCase(Locale.ROOT) : "", parameters);
    }

    /** A parameter, or null. */
    public String parameter(String name) {
        return parameters.get(name);
    }

    /** A parameter as people read it (RFC 2231 is undone by now, encoded words and raw 8 bit are not), or null. */
    String readable(String name) {
        String value = parameters.get(name);
        if (value == null) {
            return null;
        }
        boolean bytes = value.chars().allMatch(c -> c < 0x100) && value.chars().anyMatch(c -> c > 0x7F);
        String text = bytes ? Charsets.decode(value.getBytes(StandardCharsets.ISO_8859_1), null) : value;
        return EncodedWords.decode(text).replaceAll("[\\p{Cntrl}]+", " ").strip();
    }
}
