package dev.vigil.language;

import dev.vigil.core.watch.Comparison;
import dev.vigil.core.watch.Condition;
import dev.vigil.core.watch.Metric;
import dev.vigil.core.watch.Span;
import dev.vigil.core.watch.Trigger;
import dev.vigil.core.watch.Trigger.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Conditions as adverbials: "on a weekday", "not during a *run*", "if your stress level is above 70". */
final class ConditionWords {
    private static final Span HALF_AN_HOUR = Span.of(Duration.ofMinutes(30));
    private static final Span HALF_A_DAY = Span.of(Duration.ofHours(12));

    /** The watch is about sleep, so that "after" and "before" reach further. */
    private final boolean sleep;

    ConditionWords(List<Trigger> when) {
        sleep = when.stream().anyMatch(ConditionWords::ofSleep);
    }

    private static boolean ofSleep(Trigger trigger) {
        return trigger instanceof Trigger.Health health && health.metric() == Metric.SLEEP;
    }

    /** All conditions, each with the comma or conjunction that joins it to what goes before; empty when none. */
    String join(List<Condition> conditions, boolean manyTriggers) {
        List<Condition> flat = new ArrayList<>();
        conditions.forEach(condition -> flatten(condition, true, flat));
        StringBuilder words = new StringBuilder();
        boolean denied = false;
        for (Condition condition : flat) {
            boolean first = words.isEmpty();
            String said = say(condition);
            if (first && manyTriggers) {
                words.append(", in each case ").append(said);
            } else if (said.startsWith("not ")) {
                words.append(denied ? ", and " : ", but ").append(said);
                denied = true;
            } else if (said.startsWith("unless ")) {
                words.append(", ").append(said);
            } else if (first) {
                words.append(close(condition) ? " " : ", ").append(said);
            } else {
                words.append(said.startsWith("if ") ? ", and " : ", and only ").append(said);
            }
        }
        return words.toString();
    }

    /** "Not either" is "not this" and "not that"; two nots are none. */
    private static void flatten(Condition condition, boolean holds, List<Condition> into) {
        if (condition instanceof Condition.Not not) {
            flatten(not.condition(), !holds, into);
        } else if (condition instanceof Condition.Any any
                && (!holds || any.conditions().size() == 1)) {
            any.conditions().forEach(part -> flatten(part, holds, into));
        } else {
            into.add(holds ? condition : new Condition.Not(condition));
        }
    }

    /** Reads as one with what goes before: "arrives during a *meeting*". */
    private static boolean close(Condition condition) {
        return condition instanceof Condition.Weekday
                || condition instanceof Condition.Between
                || condition instanceof Condition.Calendar
                || condition instanceof Condition.Relation relation && relation.order() == Condition.Order.DURING;
    }

    private String say(Condition condition) {
        if (condition instanceof Condition.Not not) {
            Condition denied = not.condition();
            if (denied instanceof Condition.State || denied instanceof Condition.Count) {
                return "unless " + clause(denied);
            }
            return "not " + adverbial(denied);
        }
        if (condition instanceof Condition.Any any) {
            return "either " + any.conditions().stream().map(this::part).collect(Collectors.joining(", or "));
        }
        return condition instanceof Condition.State || condition instanceof Condition.Count
                ? "if " + clause(condition)
                : adverbial(condition);
    }

    /** One part of "either … or …". */
    private String part(Condition condition) {
        List<Condition> flat = new ArrayList<>();
        flatten(condition, true, flat);
        String said = flat.stream()
                .map(this::say)
                .map(words -> words.startsWith("unless ") ? "if it isn't so that " + words.substring(7) : words)
                .collect(Collectors.joining(" and "));
        return flat.size() == 1 ? said : "both " + said;
    }

    private static String clause(Condition condition) {
        return condition instanceof Condition.State state
                ? HealthWords.is(state.of())
                : count((Condition.Count) condition);
    }

    private String adverbial(Condition condition) {
        if (condition instanceof Condition.Weekday weekday) {
            return TimeWords.on(weekday.days());
        }
        if (condition instanceof Condition.Between between) {
            return TimeWords.between(between.span());
        }
        if (condition instanceof Condition.Dates dates) {
            return TimeWords.dates(dates.span());
        }
        if (condition instanceof Condition.Calendar calendar) {
            return "while your calendar is " + (calendar.busy() ? "busy" : "free");
        }
        return relation((Condition.Relation) condition);
    }

    private String relation(Condition.Relation relation) {
        Trigger of = relation.of();
        return switch (relation.order()) {
            case DURING -> "during " + during(of);
            case AFTER -> "within " + TimeWords.length(within(relation)) + " after " + TriggerWords.since(of);
            case BEFORE -> "within " + TimeWords.length(within(relation)) + " before " + TriggerWords.since(of);
        };
    }

    private Span within(Condition.Relation relation) {
        if (relation.within() != null) {
            return relation.within();
        }
        return sleep || ofSleep(relation.of()) ? HALF_A_DAY : HALF_AN_HOUR;
    }

    private static String during(Trigger of) {
        if (of instanceof Trigger.Calendar event) {
            return EventWords.noun(event, EventWords.Which.A);
        }
        return TriggerWords.since(of);
    }

    private static String count(Condition.Count count) {
        Trigger of = count.of();
        String number = number(count);
        boolean one = number.equals("no") || count.value() == 1 && count.is() != Comparison.BELOW;
        String when = when(count);
        if (of instanceof Trigger.Mail mail) {
            return number + " " + MailWords.clause(mail, one ? MailWords.Number.ONE_COUNTED : MailWords.Number.COUNTED)
                    + when;
        }
        if (of instanceof Trigger.Calendar event) {
            EventWords.Which which = one ? EventWords.Which.ONE_COUNTED : EventWords.Which.COUNTED;
            return event.moment() == Moment.START
                    ? "your calendar has " + number + " " + EventWords.noun(event, which) + when
                    : number + " " + EventWords.clause(event, which) + when;
        }
        Trigger.Health health = (Trigger.Health) of;
        if (health.is() == null && health.metric() == Metric.WORKOUT) {
            return "you do " + number + " " + HealthWords.thing(health, !one) + when;
        }
        return HealthWords.becomes(health) + " " + times(number, count) + when;
    }

    private static String times(String number, Condition.Count count) {
        if (number.equals("no")) {
            return "at no time";
        }
        String times = count.value() == 1 ? "once" : Texts.count(count.value(), "time");
        return number.substring(0, number.lastIndexOf(' ') + 1) + times;
    }

    private static String number(Condition.Count count) {
        boolean none = count.is() == Comparison.AT_MOST && count.value() == 0
                || count.is() == Comparison.BELOW && count.value() == 1;
        if (none) {
            return "no";
        }
        String comparison = count.is() == Comparison.BELOW ? "fewer than" : MailWords.comparison(count.is());
        return comparison + " " + Texts.number(count.value());
    }

    private static String when(Condition.Count count) {
        int day = count.day();
        boolean week = count.over() == Trigger.Over.WEEK;
        String days = Texts.count(Math.abs(day), "day");
        if (day < 0) {
            String then = day == -1 ? "yesterday" : "the day " + days + " ago";
            return ", counted over " + (!week ? then : day == -7 ? "last week" : "the week of " + then);
        }
        if (week) {
            return switch (day) {
                case 0 -> " this week";
                case 7 -> " next week";
                default -> " in the week " + days + " from now";
            };
        }
        return switch (day) {
            case 0 -> " today";
            case 1 -> " tomorrow";
            default -> " on the day " + days + " from now";
        };
    }
}
