package dev.vigil.engine.watchman;

import dev.vigil.core.fact.Address;
import dev.vigil.core.fact.Mail;
import dev.vigil.core.run.SeenMail;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Conversations: by In-Reply-To and References, then by subject and people. */
final class Threads {
    private static final Pattern PREFIX =
            Pattern.compile("^\\s*((re|aw|sv|antw|r|fwd?|wg|tr)\\s*(\\[\\d+])?\\s*:\\s*)+", Pattern.CASE_INSENSITIVE);
    private static final Pattern ANSWER =
            Pattern.compile("^\\s*(re|aw|sv|antw|r)\\s*(\\[\\d+])?\\s*:", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_TEXT = 8_000;

    private final Map<String, String> byMessage = new HashMap<>();
    private final Map<String, Thread> threads = new HashMap<>();
    private final Map<String, List<String>> bySubject = new HashMap<>();

    private static final class Thread {
        final Set<String> people = new HashSet<>();
        final Set<String> mine = new HashSet<>();
        final StringBuilder text = new StringBuilder();
        boolean fromMe;
    }

    /** The name of the conversation that a mail belongs to: the id of its first message. */
    String of(Mail mail) {
        String known = byMessage.get(mail.messageId());
        if (known == null && mail.inReplyTo() != null) {
            known = byMessage.get(mail.inReplyTo());
        }
        for (int i = mail.references().size() - 1; known == null && i >= 0; i--) {
            known = byMessage.get(mail.references().get(i));
        }
        if (known == null && ANSWER.matcher(mail.subject()).find()) {
            known = bySubjectAndPeople(mail);
        }
        if (known != null) {
            return known;
        }
        return mail.references().isEmpty()
                ? mail.inReplyTo() != null ? mail.inReplyTo() : mail.messageId()
                : mail.references().get(0);
    }

    private String bySubjectAndPeople(Mail mail) {
        for (String thread : bySubject.getOrDefault(subject(mail), List.of())) {
            if (threads.get(thread).people.contains(mail.from().email())) {
                return thread;
            }
        }
        return null;
    }

    /** Whether it answers a mail that the person wrote. */
    boolean answersMe(Mail mail) {
        Thread thread = threads.get(of(mail));
        if (thread == null || !thread.fromMe) {
            return false;
        }
        boolean refers = mail.inReplyTo() != null || !mail.references().isEmpty();
        return !refers && ANSWER.matcher(mail.subject()).find()
                || mail.inReplyTo() != null && thread.mine.contains(mail.inReplyTo())
                || mail.references().stream().anyMatch(thread.mine::contains)
                || refers && thread.people.contains(mail.from().email());
    }

    void add(SeenMail seen) {
        Mail mail = seen.mail();
        String name = seen.thread();
        byMessage.put(mail.messageId(), name);
        Thread thread = threads.computeIfAbsent(name, n -> {
            bySubject.computeIfAbsent(subject(mail), s -> new ArrayList<>(1)).add(n);
            return new Thread();
        });
        thread.people.add(mail.from().email());
        for (List<Address> addresses : List.of(mail.to(), mail.cc())) {
            addresses.forEach(address -> thread.people.add(address.email()));
        }
        if (seen.mine()) {
            thread.fromMe = true;
            thread.mine.add(mail.messageId());
            append(thread, mail.subject() + "\n" + mail.text());
        } else if (thread.text.length() == 0) {
            append(thread, mail.subject());
        }
    }

    private static void append(Thread thread, String text) {
        int room = LONGEST_TEXT - thread.text.length();
        if (room > 0) {
            thread.text.append(text, 0, Math.min(room, text.length())).append('\n');
        }
    }

    /** Its subject and what the person wrote in it. */
    String text(String name) {
        Thread thread = threads.get(name);
        return thread == null ? "" : thread.text.toString();
    }

    private static String subject(Mail mail) {
        return PREFIX.matcher(mail.subject()).replaceFirst("").strip().toLowerCase(Locale.ROOT);
    }
}
