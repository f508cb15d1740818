package dev.vigil.core.port;

import java.util.Map;

/** A kind of source that can be added: mail, calendar, health. */
public interface Connector {
    /** The folder's name under {@code connectors/}. */
    String name();

    /**
     * Makes a source ready; nothing is read yet.
     *
     * @throws dev.vigil.core.Trouble if the settings cannot be used; the sentence names the setting
     */
    Source open(Settings settings);

    /**
     * @param place a path or URL
     * @param password null when none; never logged
     * @param options free options of the connector, such as {@code folder=INBOX}
     */
    record Settings(String name, String place, String user, String password, Map<String, String> options) {
        public Settings {
            options = Map.copyOf(options);
        }

        @Override
        public String toString() {
            return name + " " + place;
        }
    }
}
