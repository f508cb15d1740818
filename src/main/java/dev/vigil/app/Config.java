package dev.vigil.app;

import dev.vigil.cli.Setting;
import dev.vigil.core.Trouble;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The effective settings: the environment before {@code vigil.properties} before the defaults. */
final class Config {
    private static final int LONGEST = 1 << 20;
    private static final Set<String> CHANNELS = Set.of("terminal", "desktop", "ntfy", "mail");
    private static final Set<String> SECURITY = Set.of("starttls", "tls", "none");
    private final Map<Key, Value> values = new EnumMap<>(Key.class);
    private final Path dir;

    private record Value(String text, String from) {}

    private Config(Path dir) {
        this.dir = dir;
    }

    /**
     * @param file one {@code key = value} a line, {@code #} before comments; need not be there
     * @throws Trouble if it has a line that cannot be used; the sentence names the line
     */
    static Config load(Path file, Map<String, String> env) {
        Config config = new Config(file.toAbsolutePath().getParent());
        for (Key key : Key.values()) {
            config.values.put(key, new Value(key.unlessTold(), "default"));
        }
        if (Files.exists(file)) {
            config.read(file);
        }
        for (Key key : Key.values()) {
            if (env.containsKey(key.variable())) {
                config.put(key, env.get(key.variable()), key.variable());
            }
        }
        return config;
    }

    private void read(Path file) {
        List<String> lines;
        try {
            if (Files.size(file) > LONGEST) {
                throw new Trouble(file + " is larger than 1 MB; it holds settings only.");
            }
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Trouble(file + " cannot be read as UTF-8 text; mend or remove it.", e);
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#") || line.startsWith("!")) {
                continue;
            }
            String from = file + ":" + (i + 1);
            int equals = line.indexOf('=');
            if (equals < 0) {
                throw new Trouble(from + ": expected a line such as zone = Europe/London.");
            }
            String name = line.substring(0, equals).strip();
            Key key = Arrays.stream(Key.values())
                    .filter(one -> one.text().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new Trouble(from + ": there is no setting " + name
                            + "; `vigil config` lists all once this is mended."));
            put(key, line.substring(equals + 1), from);
        }
    }

    private void put(Key key, String text, String from) {
        String value = text.strip();
        String wrong = value.isEmpty() ? null : wrong(key, value);
        if (wrong != null) {
            throw new Trouble(from + ": " + key.text() + ": " + wrong + ".");
        }
        values.put(key, new Value(value.isEmpty() ? key.unlessTold() : value, from));
    }

    private static String wrong(Key key, String value) {
        return switch (key.kind()) {
            case TEXT -> null;
            case ZONE -> isZone(value) ? null : "there is no time zone " + value + "; say one such as Europe/London";
            case URL -> isWeb(value) ? null : "expected an address that begins with https:// or http://";
            case PORT ->
                value.matches("\\d{1,5}") && Integer.parseInt(value) <= 65_535 && !value.matches("0+")
                        ? null
                        : "expected a number from 1 to 65535";
            case DAYS ->
                value.matches("\\d{1,5}") && Integer.parseInt(value) >= 90 ? null : "expected a number of days from 90 on";
            case CHANNELS ->
                CHANNELS.containsAll(list(value))
                        ? null
                        : "expected some of terminal, desktop, ntfy, mail, separated by commas";
            case SECURITY -> SECURITY.contains(value) ? null : "expected starttls, tls or none";
        };
    }

    private static boolean isZone(String value) {
        try {
            return ZoneId.of(value) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isWeb(String value) {
        try {
            URI uri = URI.create(value);
            return uri.getHost() != null && List.of("http", "https").contains(uri.getScheme());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static List<String> list(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Empty when nothing was said and there is no default. */
    Optional<String> text(Key key) {
        return Optional.of(values.get(key).text()).filter(text -> !text.isEmpty());
    }

    List<String> list(Key key) {
        return list(values.get(key).text());
    }

    int number(Key key) {
        return Integer.parseInt(values.get(key).text());
    }

    ZoneId zone() {
        return text(Key.ZONE).map(ZoneId::of).orElseGet(ZoneId::systemDefault);
    }

    /**
     * The first line of the file that a setting names; a relative name counts from the settings' folder.
     *
     * @throws Trouble if it cannot be read
     */
    Optional<String> secret(Key key) {
        return text(key).map(name -> {
            Path file = dir.resolve(name);
            try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
                return lines.findFirst().orElse("").strip();
            } catch (IOException | java.io.UncheckedIOException e) {
                throw new Trouble(key.text() + ": " + file + " cannot be read.", e);
            }
        });
    }

    List<Setting> all() {
        return Arrays.stream(Key.values())
                .map(key -> new Setting(key.text(), shown(key), values.get(key).from(), key.about()))
                .toList();
    }

    private String shown(Key key) {
        return key == Key.ZONE ? zone().getId() : values.get(key).text();
    }
}
