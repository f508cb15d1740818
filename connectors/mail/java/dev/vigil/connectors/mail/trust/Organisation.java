package dev.vigil.connectors.mail.trust;

import com.google.common.net.InternetDomainName;
import java.util.Locale;

/** Organisational domains (RFC 7489, section 3.2) by the public suffix list that comes with Guava. */
public final class Organisation {
    private Organisation() {}

    /**
     * The domain under which one organisation names its hosts: {@code shop.co.uk} for {@code mail.shop.co.uk}. Under a
     * suffix that the list does not know, its last two labels.
     *
     * @return empty for what is no domain
     */
    public static String of(String host) {
        String bare = host == null ? "" : host.strip().toLowerCase(Locale.ROOT).replaceAll("\\.+$", "");
        if (bare.length() > 253 || !InternetDomainName.isValid(bare) || bare.matches("[0-9.]+")) {
            return "";
        }
        InternetDomainName name = InternetDomainName.from(bare);
        if (name.isUnderPublicSuffix()) {
            return name.topPrivateDomain().toString();
        }
        if (name.isPublicSuffix()) {
            return bare;
        }
        String[] labels = bare.split("\\.");
        return labels.length < 2 ? bare : labels[labels.length - 2] + "." + labels[labels.length - 1];
    }

    /** Whether both belong to one organisation; false if either is no domain. */
    public static boolean same(String a, String b) {
        String one = of(a);
        return !one.isEmpty() && one.equals(of(b));
    }

    /** A host of somebody's domain rather than a machine's own short or private name. */
    public static boolean isNamed(String host) {
        return of(host).contains(".")
                && !host.matches("(?i).*\\.(?:local|localdomain|localhost|lan|internal|home)\\.?");
    }

    /** The part of the organisation's domain that is its name: {@code shop} for {@code shop.co.uk}. */
    static String label(String host) {
        String organisation = of(host);
        int dot = organisation.indexOf('.');
        return dot < 0 ? organisation : organisation.substring(0, dot);
    }

    /** Whether a word of running text is a domain: under a suffix that exists or is kept for examples (RFC 2606). */
    static boolean looksLikeDomain(String word) {
        if (!word.contains(".")
                || !InternetDomainName.isValid(word)
                || label(word).length() < 3) {
            return false;
        }
        InternetDomainName name = InternetDomainName.from(word);
        return name.isUnderRegistrySuffix() || word.toLowerCase(Locale.ROOT).matches(".*\\.(?:example|test|invalid)");
    }
}
