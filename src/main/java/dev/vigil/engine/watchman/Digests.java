package dev.vigil.engine.watchman;

import dev.vigil.core.fact.Occurrence;
import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.run.SeenMail;
import dev.vigil.core.watch.Action;
import dev.vigil.core.watch.Metric;
import dev.vigil.core.watch.Trigger;
import dev.vigil.engine.vitals.Vitals;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Short overviews: the mail of the last day, the day's events, the health figures. */
final class Digests {
    private static final int MOST = 12;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final LocalTime EVENING = LocalTime.of(17, 0);

    private final MailBook mails;
    private final CalendarBook calendar;
    private final Vitals vitals;

    Digests(MailBook mails, CalendarBook calendar, Vitals vitals) {
        this.mails = mails;
        this.calendar = calendar;
        this.vitals = vitals;
    }

    String digest(Action.Topic of, ZonedDateTime at, ArmedWatch watch) {
        return switch (of) {
            case MAIL -> mail(at.toInstant());
            case CALENDAR -> calendar(at);
            case HEALTH -> health(at);
            case FOLLOW_UPS -> "Follow-ups cannot be listed yet: reading questions and promises is still to come.";
        };
    }

    private String mail(Instant at) {
        List<String> lines = new ArrayList<>();
        for (SeenMail mail : mails.between(at.minusSeconds(86_400), at)) {
            if (!mail.mine() && !mail.mail().bulk()) {
                lines.add(name(mail) + ": " + mail.mail().subject());
            }
        }
        return told("Mail of the last 24 hours", lines, "no mail but newsletters");
    }

    private static String name(SeenMail mail) {
        String name = mail.mail().from().name();
        return name.isEmpty() ? mail.mail().from().email() : name;
    }

    /** Today's events; from the late afternoon on tomorrow's. */
    private String calendar(ZonedDateTime at) {
        LocalDate day = at.toLocalTime().isBefore(EVENING)
                ? at.toLocalDate()
                : at.toLocalDate().plusDays(1);
        List<String> lines = new ArrayList<>();
        Instant start = day.atStartOfDay(at.getZone()).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(at.getZone()).toInstant();
        for (Occurrence one : calendar.touching(start, end)) {
            if (one.end().toInstant().isAfter(start) && one.start().toInstant().isBefore(end)) {
                lines.add(
                        one.allDay()
                                ? one.item().summary()
                                : CLOCK.format(one.start()) + " " + one.item().summary());
            }
        }
        return told("Calendar of " + day, lines, "nothing");
    }

    private String health(ZonedDateTime at) {
        List<String> lines = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            Instant latest = vitals.latest(metric, at.toInstant());
            if (latest != null && latest.isAfter(at.minusDays(2).toInstant())) {
                Trigger.Over over = metric.shape() == Metric.Shape.TOTAL ? Trigger.Over.DAY : null;
                lines.add(vitals.holds(
                                new Trigger.Health(metric, Trigger.State.AT_LEAST, 0.0, null, over), at.toInstant())
                        .value());
            }
        }
        return told("Health", lines, "no figures since yesterday");
    }

    private static String told(String title, List<String> lines, String none) {
        if (lines.isEmpty()) {
            return title + ": " + none;
        }
        List<String> some = lines.size() > MOST ? new ArrayList<>(lines.subList(0, MOST)) : lines;
        if (lines.size() > MOST) {
            some.add("and " + (lines.size() - MOST) + " more");
        }
        return title + ": " + String.join("; ", some);
    }
}
