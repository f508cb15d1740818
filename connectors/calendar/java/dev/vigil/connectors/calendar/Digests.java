package dev.vigil.connectors.calendar;

import dev.vigil.core.fact.Address;
import dev.vigil.core.fact.CalendarItem;
import dev.vigil.core.fact.When;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Short names for contents: the same content has the same one, on any machine and in any version. */
final class Digests {
    private static final int BYTES = 9;

    private Digests() {}

    static String of(byte[] content) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(sha256().digest(content), BYTES));
    }

    static String of(Object... parts) {
        StringBuilder text = new StringBuilder();
        for (Object part : parts) {
            text.append(part instanceof When when ? written(when) : part).append('\u001f');
        }
        return of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Which event or occurrence a revision is about. */
    static String ofKey(CalendarItem item) {
        return of(item.uid(), item.recurrenceId());
    }

    /** What a revision says, without its time stamp and without the calendar that it was found in. */
    static String ofContent(CalendarItem item) {
        CalendarItem.Repeats repeats = item.repeats();
        StringBuilder lists = new StringBuilder();
        for (Address each : item.people()) {
            lists.append(each.name()).append('\u001e').append(each.email()).append('\u001e');
        }
        repeats.rules().forEach(each -> lists.append("\u001er").append(each));
        repeats.exceptRules().forEach(each -> lists.append("\u001ex").append(each));
        repeats.extra().forEach(each -> lists.append("\u001e+").append(written(each)));
        repeats.except().forEach(each -> lists.append("\u001e-").append(written(each)));
        return of(
                item.sequence(),
                item.summary(),
                item.location(),
                item.description(),
                item.start(),
                item.end(),
                item.cancelled(),
                item.transparent(),
                item.invitation(),
                lists);
    }

    /** The id of a revision as an arrival: stable, and short whatever the UID. */
    static String ofRevision(CalendarItem item) {
        String uid = item.uid().length() <= 120 ? item.uid() : item.uid().substring(0, 100) + "~" + of(item.uid());
        return uid + "|" + (item.recurrenceId() == null ? "" : written(item.recurrenceId())) + "|" + item.sequence()
                + "|" + item.stamp().getEpochSecond() + "|" + ofContent(item);
    }

    static String written(When when) {
        return when.local()
                + (when.day()
                        ? "D"
                        : when.zone() == null ? "" : "[" + when.zone().getId() + "]");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
