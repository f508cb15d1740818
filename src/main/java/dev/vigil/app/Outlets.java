package dev.vigil.app;

import dev.vigil.core.port.Channel;
import dev.vigil.core.port.Journal;
import dev.vigil.notify.CommandAction;
import dev.vigil.notify.DesktopChannel;
import dev.vigil.notify.NtfyChannel;
import dev.vigil.notify.NtfySettings;
import dev.vigil.notify.SmtpChannel;
import dev.vigil.notify.SmtpSettings;
import dev.vigil.notify.TerminalChannel;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** The channels that the settings ask for. */
final class Outlets {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Outlets() {}

    /** By the names that deliveries carry. */
    static Map<String, Channel> of(
            Config config, Journal journal, PrintStream terminal, InstantSource clock, String path) {
        Map<String, Channel> channels = new LinkedHashMap<>();
        List<String> asked = config.list(Key.CHANNELS);
        if (asked.contains("terminal")) {
            put(channels, new TerminalChannel(terminal, config.zone()));
        }
        if (asked.contains("desktop")) {
            DesktopChannel.find(path).ifPresent(channel -> put(channels, channel));
        }
        if (asked.contains("ntfy") && config.text(Key.NTFY_TOPIC).isPresent()) {
            String topic = config.text(Key.NTFY_URL).orElseThrow().replaceAll("/+$", "") + "/"
                    + config.text(Key.NTFY_TOPIC).get();
            put(channels, new NtfyChannel(NtfySettings.of(topic, secret(config, Key.NTFY_TOKEN_FILE)), clock));
        }
        if (asked.contains("mail") && config.text(Key.SMTP_HOST).isPresent()) {
            put(channels, new SmtpChannel(smtp(config)));
        }
        put(channels, new CommandAction(journal, CommandAction.CommandSettings.USUAL));
        return channels;
    }

    private static void put(Map<String, Channel> channels, Channel channel) {
        channels.put(channel.name(), channel);
    }

    private static Supplier<String> secret(Config config, Key key) {
        return config.text(key).isEmpty() ? null : () -> config.secret(key).orElse("");
    }

    private static SmtpSettings smtp(Config config) {
        String me = config.list(Key.ME).stream().findFirst().orElse("");
        return new SmtpSettings(
                config.text(Key.SMTP_HOST).orElseThrow(),
                config.number(Key.SMTP_PORT),
                SmtpSettings.Security.valueOf(
                        config.text(Key.SMTP_SECURITY).orElseThrow().toUpperCase(Locale.ROOT)),
                config.text(Key.SMTP_USER).orElse(null),
                secret(config, Key.SMTP_PASSWORD_FILE),
                config.text(Key.SMTP_FROM).orElse(me),
                config.text(Key.SMTP_TO).orElse(me),
                PATIENCE);
    }
}
