package dev.vigil.app.bench;

import dev.vigil.core.fact.Address;
import dev.vigil.core.fact.Authenticity;
import dev.vigil.core.fact.Mail;
import dev.vigil.core.fact.Reading;
import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.run.SeenMail;
import dev.vigil.core.watch.Action;
import dev.vigil.core.watch.Condition;
import dev.vigil.core.watch.Trigger;
import dev.vigil.core.watch.Watch;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Invented mails and watches from a vocabulary whose words are as unevenly common as those of a language. */
final class Invented {
    static final ZoneId ZONE = ZoneId.of("Europe/London");
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int WORDS = 20_000;
    private static final String[] SYLLABLES = {
        "ba", "co", "di", "fe", "gu", "ha", "jo", "ki", "la", "me", "no", "pu", "ra", "si", "to", "vu", "wa", "xe",
        "yi", "zo"
    };

    private final Random random;

    Invented(long seed) {
        random = new Random(seed);
    }

    /** A common word more often than a rare one: the n-th word with a frequency of about 1/n. */
    private String word() {
        int rank = (int) Math.exp(random.nextDouble() * Math.log(WORDS));
        return word(rank);
    }

    private static String word(int rank) {
        StringBuilder word = new StringBuilder();
        int rest = rank + SYLLABLES.length;
        while (rest > 0) {
            word.append(SYLLABLES[rest % SYLLABLES.length]);
            rest /= SYLLABLES.length;
        }
        return word.append('n').toString();
    }

    private String text(int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(i == 0 ? "" : i % 12 == 0 ? ".\n" : " ").append(word());
        }
        return text.toString();
    }

    Mail mail(int number, Instant at) {
        String sender = "person" + random.nextInt(2_000);
        return new Mail(
                "m" + number + "@bench.example",
                at,
                new Address(sender, sender + "@bench.example"),
                List.of(),
                List.of(new Address("", "me@bench.example")),
                List.of(),
                List.of(),
                text(6),
                text(150),
                null,
                List.of(),
                List.of(),
                null,
                false,
                false,
                true,
                false,
                new Authenticity(Authenticity.Result.UNKNOWN, "nothing said"),
                Reading.NOTHING,
                List.of());
    }

    SeenMail seen(int number) {
        Mail mail = mail(number, START.plusSeconds(number + 1L));
        return new SeenMail(mail, false, mail.messageId(), "", Map.of(), null);
    }

    /** Two words that mails rarely hold together. */
    Trigger.Mail asksMail() {
        String about = word(200 + random.nextInt(WORDS - 200)) + " " + word(200 + random.nextInt(WORDS - 200));
        return new Trigger.Mail(null, about, null, null, null, null, false, null, null);
    }

    ArmedWatch watch(int number, Trigger trigger, List<Condition> conditions) {
        Watch watch = new Watch(
                List.of(trigger), conditions, List.of(new Action.Notify(null, false, null)), Watch.Repeat.ALWAYS, null);
        return new ArmedWatch(
                "bench", number, "", "{}", watch, START, ZONE, ArmedWatch.State.ARMED, null, Set.of(), null);
    }
}
