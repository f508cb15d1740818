package dev.vigil.engine.watchman;

import dev.vigil.core.fact.Address;
import dev.vigil.core.fact.Authenticity;
import dev.vigil.core.fact.Mail;
import dev.vigil.core.fact.Senders;
import dev.vigil.core.run.SeenMail;
import dev.vigil.core.watch.MailKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The person's mail as far as later mail is understood by it: who wrote, which conversation, what is an answer. */
final class MailBook {
    private static final Duration KEPT = Duration.ofDays(40);

    private final Set<String> me;
    private final boolean learns;
    private final Threads threads = new Threads();
    private final Parcels parcels = new Parcels();
    private final Map<String, SeenMail> byId = new LinkedHashMap<>();
    private final TreeMap<Instant, List<SeenMail>> byTime = new TreeMap<>();
    private final Set<Address> senders = new HashSet<>();
    private final Map<String, Set<String>> domains = new HashMap<>();

    MailBook(Set<String> me) {
        this.me = new HashSet<>(me);
        this.learns = me.isEmpty();
    }

    boolean knows(String messageId) {
        return byId.containsKey(messageId);
    }

    SeenMail get(String messageId) {
        return byId.get(messageId);
    }

    /** Takes a mail in; it counts for those that come after it. */
    SeenMail add(Mail mail) {
        return add(see(mail));
    }

    /** Keeps a mail that was seen. */
    SeenMail add(SeenMail seen) {
        Mail mail = seen.mail();
        byId.put(mail.messageId(), seen);
        byTime.computeIfAbsent(mail.arrived(), at -> new ArrayList<>(1)).add(seen);
        threads.add(seen);
        parcels.learn(mail);
        if (!seen.mine() && mail.authenticity().result() != Authenticity.Result.FAIL && senders.add(mail.from())) {
            domains.clear();
        }
        forget(mail.arrived().minus(KEPT));
        return seen;
    }

    private void forget(Instant before) {
        while (!byTime.isEmpty() && byTime.firstKey().isBefore(before)) {
            byTime.pollFirstEntry()
                    .getValue()
                    .forEach(old -> byId.remove(old.mail().messageId()));
        }
    }

    /** What a mail is, seen from the past as it is known now. */
    SeenMail see(Mail mail) {
        if (learns && mail.received()) {
            me.addAll(mail.deliveredTo());
        }
        boolean mine =
                mail.sentFolder() || me.contains(mail.from().email()) && (!mail.received() || !addressedToMe(mail));
        String thread = threads.of(mail);
        boolean reply = !mine && !mail.automatic() && !mail.bulk() && threads.answersMe(mail);
        Map<MailKind, String> kinds = new EnumMap<>(MailKind.class);
        kinds.putAll(mail.reading().kinds());
        if (reply) {
            kinds.put(MailKind.REPLY, "it answers a mail of yours");
        }
        String doubt = mail.authenticity().result() == Authenticity.Result.FAIL
                ? "its sender is not to be believed: " + mail.authenticity().why()
                : null;
        String context = reply || mine ? threads.text(thread) : parcels.things(mail);
        return new SeenMail(mail, mine, thread, context, kinds, doubt);
    }

    private boolean addressedToMe(Mail mail) {
        return Stream.of(mail.to(), mail.cc()).flatMap(List::stream).anyMatch(to -> me.contains(to.email()));
    }

    /** Those with {@code from <= arrived <= till}, oldest first. */
    List<SeenMail> between(Instant from, Instant till) {
        return from.isAfter(till)
                ? List.of()
                : byTime.subMap(from, true, till, true).values().stream()
                        .flatMap(List::stream)
                        .toList();
    }

    /** Domains from which the sender that these words name has written before, in mail that did not fail its check. */
    Set<String> domains(String sender) {
        return domains.computeIfAbsent(
                sender,
                words -> senders.stream()
                        .filter(address -> Senders.names(words, address))
                        .map(address -> Senders.organisation(address.domain()))
                        .collect(Collectors.toSet()));
    }

    /** The newest mail of a conversation that is not the person's own and was written by a person, after a moment. */
    boolean answeredSince(String thread, Instant after) {
        return byTime.tailMap(after, false).values().stream()
                .flatMap(List::stream)
                .anyMatch(seen -> seen.thread().equals(thread) && seen.kinds().containsKey(MailKind.REPLY));
    }
}
