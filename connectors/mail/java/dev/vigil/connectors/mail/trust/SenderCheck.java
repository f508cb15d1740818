package dev.vigil.connectors.mail.trust;

import dev.vigil.connectors.mail.mime.Headers;
import dev.vigil.connectors.mail.trust.AuthenticationResults.Result;
import dev.vigil.core.fact.Address;
import dev.vigil.core.fact.Authenticity;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges a mail's sender by what the receiving server found and by what the display name pretends. */
public final class SenderCheck {
    private static final Pattern DOMAIN_WORD =
            Pattern.compile("(?:[\\w.+-]{1,64}@)?((?:[\\p{L}\\p{N}-]{1,63}\\.){1,10}[\\p{L}]{2,24})(?![\\w-])");
    private static final Pattern ON_BEHALF = Pattern.compile("(?i)(?:^|[\\s(])(?:via|über|durch|par|através de)\\s");

    private final String authserv;

    /** @param authserv the receiving server's name by the person's own word, or null */
    public SenderCheck(String authserv) {
        this.authserv = authserv;
    }

    /** @param senders the From addresses, first first */
    public Authenticity judge(Headers headers, List<Address> senders) {
        if (senders.isEmpty() || senders.get(0).email().isEmpty()) {
            return unknown("the mail names no sender's address");
        }
        Address from = senders.get(0);
        List<Result> results = ReceivingServer.results(headers, authserv).stream()
                .flatMap(header -> header.results().stream())
                .toList();
        Result failed = first(results, "dmarc", "fail");
        if (failed != null) {
            return fail("DMARC failed for " + from.domain());
        }
        if (first(results, "compauth", "fail") != null) {
            return fail("the receiving server's composite check failed for " + from.domain());
        }
        if (headers.allRaw("from").size() > 1) {
            return fail("the mail has two From headers");
        }
        Authenticity pass = passed(results, from.domain());
        String pretended = pretended(from);
        if (pretended != null) {
            boolean onBehalf = pass != null && ON_BEHALF.matcher(from.name()).find();
            return onBehalf
                    ? unknown("sent by " + from.domain() + " on behalf of " + pretended)
                    : fail("the display name says " + pretended + ", the address " + from.domain());
        }
        return pass != null ? pass : unknown(why(results));
    }

    private static Authenticity passed(List<Result> results, String domain) {
        for (Result result : results) {
            String of = result.property("header.from");
            if (result.method().equals("dmarc") && result.passes() && (of.isEmpty() || aligned(of, domain))) {
                return pass("DMARC passed for " + domain);
            }
        }
        for (Result result : results) {
            String signer =
                    result.property("header.d").isEmpty() ? result.property("header.i") : result.property("header.d");
            if (result.method().equals("dkim") && result.passes() && aligned(signer, domain)) {
                return pass("DKIM passed for " + domainOf(signer));
            }
        }
        for (Result result : results) {
            String envelope = result.property("smtp.mailfrom").isEmpty()
                    ? result.property("smtp.mail")
                    : result.property("smtp.mailfrom");
            envelope = envelope.isEmpty() ? result.property("smtp.helo") : envelope;
            if (result.method().equals("spf") && result.passes() && aligned(envelope, domain)) {
                return pass("SPF passed for " + domainOf(envelope));
            }
        }
        return null;
    }

    private static boolean aligned(String addressOrDomain, String domain) {
        return Organisation.same(domainOf(addressOrDomain), domain);
    }

    private static String domainOf(String addressOrDomain) {
        String bare = addressOrDomain.replaceAll("[<>\\s]", "");
        return bare.substring(bare.lastIndexOf('@') + 1);
    }

    /**
     * A domain in the display name that is not the sender's organisation, or null. The same name under another country's
     * suffix is no contradiction: whether that one is theirs is for those to judge who know the sender.
     */
    private static String pretended(Address from) {
        Matcher word = DOMAIN_WORD.matcher(from.name());
        while (word.find()) {
            String domain = word.group(1);
            if (Organisation.looksLikeDomain(domain)
                    && !Organisation.same(domain, from.domain())
                    && !Organisation.label(domain).equals(Organisation.label(from.domain()))) {
                return domain;
            }
        }
        return null;
    }

    private static Result first(List<Result> results, String method, String value) {
        return results.stream()
                .filter(result ->
                        result.method().equals(method) && result.value().equals(value))
                .findFirst()
                .orElse(null);
    }

    private static String why(List<Result> results) {
        if (results.isEmpty()) {
            return "the receiving server says nothing about the sender";
        }
        String said = String.join(
                ", ",
                results.stream()
                        .limit(6)
                        .map(result -> result.method() + " " + result.value())
                        .toList());
        return "nothing that passed is the sender's: " + said;
    }

    private static Authenticity pass(String why) {
        return new Authenticity(Authenticity.Result.PASS, why);
    }

    private static Authenticity fail(String why) {
        return new Authenticity(Authenticity.Result.FAIL, why);
    }

    private static Authenticity unknown(String why) {
        return new Authenticity(Authenticity.Result.UNKNOWN, why);
    }
}
