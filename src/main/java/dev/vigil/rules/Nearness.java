package dev.vigil.rules;

import dev.vigil.core.fact.Occurrence;
import dev.vigil.core.port.Matcher;
import dev.vigil.core.port.Surroundings;
import dev.vigil.core.watch.Condition;
import dev.vigil.core.watch.Metric;
import dev.vigil.core.watch.Span;
import dev.vigil.core.watch.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A relation in numbers: the moment, how far it reaches, and what lies around. Times in epoch milliseconds. */
public final class Nearness {
    private static final Span USUAL = Span.of(Duration.ofMinutes(30));
    private static final Span SLEEP = Span.of(Duration.ofHours(12));

    private final Question question;
    private final Condition.Relation relation;
    private final Matcher matcher;
    private final Span reach;

    public Nearness(Question question, Matcher matcher) {
        this.question = question;
        this.relation = (Condition.Relation) question.getCondition();
        this.matcher = matcher;
        this.reach = relation.within() != null ? relation.within() : sleeps(relation.of()) ? SLEEP : USUAL;
    }

    private static boolean sleeps(Trigger of) {
        return of instanceof Trigger.Health health && health.metric() == Metric.SLEEP;
    }

    public Condition.Order getOrder() {
        return relation.order();
    }

    public long getAt() {
        return question.getInstant().toEpochMilli();
    }

    /** The reach in milliseconds, measured from the moment in the direction that the relation looks. */
    public long getWithin() {
        Instant at = question.getInstant();
        Instant far = relation.order() == Condition.Order.BEFORE
                ? reach.after(question.getAt()).toInstant()
                : reach.before(question.getAt()).toInstant();
        return Duration.between(at, far).abs().toMillis();
    }

    /** What matches {@code of} around the moment. */
    public List<Happening> around() {
        Surroundings world = question.getWorld();
        Instant from = question.getInstant().minusMillis(getWithin());
        Instant till = question.getInstant().plusMillis(getWithin());
        if (relation.of() instanceof Trigger.Calendar asked) {
            EventAsk ask = new EventAsk(0, "of", Instant.MIN, asked, "", matcher);
            return world.occurrences(from, till).stream()
                    .filter(occurrence -> EventHearing.met(ask, occurrence, world, matcher))
                    .map(occurrence -> happening(occurrence, asked))
                    .toList();
        }
        if (relation.of() instanceof Trigger.Mail asked) {
            MailAsk ask = new MailAsk(0, "of", Instant.MIN, asked, false, "", matcher);
            return world.mails(from, till).stream()
                    .filter(mail -> mail.mine() == (asked.to() != null && mail.mine()))
                    .filter(mail ->
                            !mail.mail().cause().equals(question.getAbout().event()))
                    .filter(mail -> MailHearing.hear(ask, new MailTold(mail, world, matcher), matcher)
                            .met())
                    .map(mail -> new Happening(
                            mail.mail().arrived().toEpochMilli(),
                            mail.mail().arrived().toEpochMilli(),
                            mail.mail().subject(),
                            mail.mail().cause()))
                    .toList();
        }
        return stretches(world, (Trigger.Health) relation.of(), from, till).toList();
    }

    /** Under {@code after} and {@code before} the named moment of the event counts; {@code during} is all of it. */
    private Happening happening(Occurrence occurrence, Trigger.Calendar asked) {
        long start = occurrence.start().toInstant().toEpochMilli();
        long end = occurrence.end().toInstant().toEpochMilli();
        String title = occurrence.item().summary();
        if (relation.order() == Condition.Order.AFTER && asked.moment() == Trigger.Moment.START) {
            return new Happening(start, start, title, occurrence.cause());
        }
        if (relation.order() == Condition.Order.BEFORE && asked.moment() == Trigger.Moment.END) {
            return new Happening(end, end, title, occurrence.cause());
        }
        return new Happening(start, end, title, occurrence.cause());
    }

    private static Stream<Happening> stretches(Surroundings world, Trigger.Health of, Instant from, Instant till) {
        return world.stretches(of, from, till).stream()
                .map(stretch -> new Happening(
                        stretch.start().toEpochMilli(),
                        stretch.end().toEpochMilli(),
                        stretch.label(),
                        stretch.cause()));
    }

    /** The answer, from what lies so. */
    public Answer answer(List<?> found) {
        if (!found.isEmpty()) {
            Happening one = (Happening) found.get(0);
            return new Answer(question, true, order() + " “" + one.getTitle() + "”", List.of(one.getCause()));
        }
        List<Happening> around = around();
        String value = around.isEmpty()
                ? "nothing of that kind is near"
                : "“" + around.get(0).getTitle() + "” is near, but the moment is not " + order() + " it";
        return new Answer(question, false, value, List.of());
    }

    private String order() {
        return relation.order().name().toLowerCase(java.util.Locale.ROOT);
    }
}
