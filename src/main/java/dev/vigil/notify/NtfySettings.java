package dev.vigil.notify;

import dev.vigil.core.Trouble;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Where a person's phone listens.
 *
 * @param topic the topic's URL, such as {@code https://ntfy.sh/a-name-nobody-guesses}
 * @param token gives the access token when it is needed; null when the topic needs none
 * @param patience how long one try may take in all
 */
public record NtfySettings(URI topic, Supplier<String> token, Duration patience) {
    /** @throws Trouble if the URL cannot be used; the sentence says what to change */
    public NtfySettings {
        String scheme = String.valueOf(topic.getScheme());
        boolean web = scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http");
        if (!web || topic.getHost() == null || topic.getRawUserInfo() != null) {
            throw new Trouble(
                    "The ntfy topic must be a web address such as https://ntfy.sh/my-topic, without a password"
                            + " in it.");
        }
        String path = String.valueOf(topic.getRawPath());
        if (!path.matches("(/[-_.A-Za-z0-9]+)*/[-_A-Za-z0-9]{1,64}")
                || topic.getRawQuery() != null
                || topic.getRawFragment() != null) {
            throw new Trouble("The ntfy address must end in the topic's name: letters, digits, - and _, as in"
                    + " https://ntfy.sh/my-topic.");
        }
        if (token != null && scheme.equalsIgnoreCase("http") && !Nearby.is(topic.getHost())) {
            throw new Trouble("The ntfy address must begin with https:// when a token goes along, or others could read"
                    + " the token on its way.");
        }
    }

    /** @throws Trouble if the URL cannot be used; the sentence says what to change */
    public static NtfySettings of(String topic, Supplier<String> token) {
        try {
            return new NtfySettings(URI.create(topic.strip()), token, Duration.ofSeconds(20));
        } catch (IllegalArgumentException notOne) {
            throw new Trouble("The ntfy topic must be a web address such as https://ntfy.sh/my-topic.", notOne);
        }
    }

    /** The topic's name is what keeps it private, so it is left out. */
    @Override
    public String toString() {
        return "ntfy at " + topic.getHost();
    }
}
