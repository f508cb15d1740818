package dev.vigil.connectors.mail.mime;

import dev.vigil.core.fact.Address;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Address headers; groups are opened, and what Angus refuses is searched for whatever looks like an address. */
public final class Addresses {
    /** A mail to more people than this is bulk, whoever they are. */
    static final int MAX = 1000;

    private static final Pattern LOOSE =
            Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~\\u0080-\\uFFFF-]{1,200}@[\\w\\u0080-\\uFFFF.-]{1,253}");

    private Addresses() {}

    /** All addresses of all headers of that name, in order. */
    public static List<Address> of(Headers headers, String name) {
        List<Address> all = new ArrayList<>();
        for (String raw : headers.allRaw(name)) {
            String header = headers.characters(raw);
            List<Address> here = strict(header);
            boolean whole = !here.isEmpty()
                    && here.stream().noneMatch(address -> address.email().isEmpty());
            all.addAll(whole ? here : better(here, loose(header)));
            if (all.size() > MAX) {
                return List.copyOf(all.subList(0, MAX));
            }
        }
        return List.copyOf(all);
    }

    private static List<Address> better(List<Address> strict, List<Address> loose) {
        return count(loose) > count(strict) || strict.isEmpty() ? loose : strict;
    }

    private static long count(List<Address> addresses) {
        return addresses.stream().filter(address -> !address.email().isEmpty()).count();
    }

    private static List<Address> strict(String header) {
        List<Address> all = new ArrayList<>();
        try {
            for (InternetAddress address : InternetAddress.parseHeader(header, false)) {
                if (address.isGroup()) {
                    InternetAddress[] members = address.getGroup(false);
                    for (InternetAddress member : members == null ? new InternetAddress[0] : members) {
                        add(all, member);
                    }
                } else {
                    add(all, address);
                }
            }
            return all;
        } catch (AddressException | RuntimeException e) {
            return List.of();
        }
    }

    private static void add(List<Address> all, InternetAddress address) {
        String email = email(address.getAddress());
        String name = name(address);
        if (!email.isEmpty() || !name.isEmpty()) {
            all.add(new Address(name, email));
        }
    }

    private static List<Address> loose(String header) {
        List<Address> all = new ArrayList<>();
        Matcher found = LOOSE.matcher(header);
        int end = 0;
        while (found.find() && all.size() <= MAX) {
            String before = header.substring(end, found.start());
            int comma = Math.max(before.lastIndexOf(','), before.lastIndexOf(';'));
            all.add(new Address(readable(before.substring(comma + 1)), email(found.group())));
            end = found.end();
        }
        if (all.isEmpty() && !header.isBlank()) {
            all.add(new Address(readable(header), ""));
        }
        return all;
    }

    /** Angus joins no encoded words that were cut within a character, so the name is taken as it was written. */
    private static String name(InternetAddress address) {
        String whole = address.toString();
        int bracket = whole.lastIndexOf(" <");
        if (bracket > 0 && whole.endsWith(">")) {
            return readable(whole.substring(0, bracket));
        }
        String personal = address.getPersonal();
        return personal == null ? "" : readable(personal);
    }

    private static String readable(String name) {
        String bare = name.strip();
        if (bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"")) {
            bare = bare.substring(1, bare.length() - 1).replaceAll("\\\\(.)", "$1");
        }
        String text = EncodedWords.decode(bare)
                .replaceAll("[\\p{Cntrl}<>]+", " ")
                .replaceAll("\\s+", " ")
                .replaceAll("^[\\s\"']+|[\\s\"']+$", "")
                .replaceAll("^\\(([^()]*)\\)$", "$1");
        return text.substring(0, Math.min(text.length(), 500));
    }

    private static String email(String address) {
        if (address == null) {
            return "";
        }
        String bare = address.strip().replaceAll("[\\p{Cntrl}\\s<>\"]+", "").toLowerCase(Locale.ROOT);
        int at = bare.lastIndexOf('@');
        if (at <= 0 || at == bare.length() - 1 || bare.length() > 400) {
            return "";
        }
        return bare.substring(0, at + 1) + ascii(bare.substring(at + 1));
    }

    /** Domains compare in their ASCII form. */
    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return domain;
        }
    }
}
