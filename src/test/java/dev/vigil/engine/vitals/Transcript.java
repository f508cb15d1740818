package dev.vigil.engine.vitals;

import dev.vigil.core.fact.Sample;
import dev.vigil.core.watch.Metric;
import dev.vigil.core.watch.Span;
import dev.vigil.core.watch.Trigger.Health;
import dev.vigil.core.watch.Trigger.Over;
import dev.vigil.core.watch.Trigger.State;
import dev.vigil.engine.vitals.Vitals.Answer;
import dev.vigil.engine.vitals.Vitals.Change;
import dev.vigil.engine.vitals.Vitals.Stretch;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A readable run of {@link Vitals}: what goes in, a line each, and behind it, after {@code >}, what comes of it.
 *
 * <pre>
 * zone Europe/London
 * watch STATE since TIME             STATE: METRIC IS [VALUE] [for SPAN] [over day|week|month]
 * unwatch STATE
 * METRIC TIME|TIME/TIME VALUE [by DEVICE] [as LABEL] [retracted]
 * each SPAN TIME/TIME METRIC VALUE   a reading at both ends and every SPAN in between; of a total, each fills its SPAN
 * now TIME                           time goes on to there
 * next
 * holds STATE at TIME
 * count STATE in TIME/TIME
 * stretches STATE in TIME/TIME
 * curve METRIC in TIME/TIME
 * latest METRIC at TIME
 * </pre>
 *
 * Times are local; one that occurs twice is the first unless it carries an offset.
 */
final class Transcript {
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("EEE yyyy-MM-dd'T'HH:mm[:ss]xxx", Locale.ROOT);

    private final StringBuilder written = new StringBuilder();
    private ZoneId zone = ZoneId.of("UTC");
    private Vitals vitals;

    /** Plays a script, whose {@code >} lines are ignored, and gives it back with those that are right. */
    static String play(List<String> script) {
        Transcript transcript = new Transcript();
        for (String line : script) {
            if (!line.startsWith(">")) {
                transcript.written.append(line).append('\n');
                if (!line.isBlank() && !line.startsWith("#")) {
                    transcript.act(line.trim().split("\\s+"));
                }
            }
        }
        return transcript.written.toString();
    }

    private void act(String[] words) {
        if (words[0].equals("zone")) {
            zone = ZoneId.of(words[1]);
            vitals = new Vitals(zone);
            return;
        }
        List<String> list = Arrays.asList(words);
        switch (words[0]) {
            case "watch" -> vitals.watch(state(list.subList(1, list.indexOf("since"))), time(words[words.length - 1]));
            case "unwatch" -> vitals.unwatch(state(list.subList(1, list.size())));
            case "now" -> show(vitals.advance(time(words[1])));
            case "next" -> say(vitals.next() == null ? "nothing" : shown(vitals.next()));
            case "each" -> each(Span.parse(words[1]), span(words[2]), list.subList(3, list.size()));
            case "holds" -> {
                Answer answer = vitals.holds(state(list.subList(1, list.indexOf("at"))), time(words[words.length - 1]));
                say((answer.holds() ? "yes" : "no") + " | " + answer.value() + because(answer.because()));
            }
            case "count" -> {
                Instant[] span = span(words[words.length - 1]);
                say("" + vitals.count(state(list.subList(1, list.indexOf("in"))), span[0], span[1]));
            }
            case "stretches" -> {
                Instant[] span = span(words[words.length - 1]);
                for (Stretch stretch : vitals.stretches(state(list.subList(1, list.indexOf("in"))), span[0], span[1])) {
                    say(shown(stretch.start()) + " / " + shown(stretch.end()) + " | " + stretch.label() + " | "
                            + stretch.cause());
                }
            }
            case "curve" -> {
                Instant[] span = span(words[words.length - 1]);
                vitals.curve(metric(words[1]), span[0], span[1])
                        .forEach(point -> say(shown(point.minute()) + " " + point.value()));
            }
            case "latest" -> {
                Instant latest = vitals.latest(metric(words[1]), time(words[3]));
                say(latest == null ? "none" : shown(latest));
            }
            default -> show(vitals.add(sample(list)));
        }
    }

    private void each(Span step, Instant[] span, List<String> what) {
        ZonedDateTime at = span[0].atZone(zone);
        while (!at.toInstant().isAfter(span[1])) {
            ZonedDateTime next = step.after(at);
            boolean amount = metric(what.get(0)).shape() != Metric.Shape.POINT;
            if (amount && next.toInstant().isAfter(span[1])) {
                return;
            }
            List<String> line = new ArrayList<>(what);
            line.add(1, amount ? at.toOffsetDateTime() + "/" + next.toOffsetDateTime() : "" + at.toOffsetDateTime());
            show(vitals.add(sample(line)));
            at = next;
        }
    }

    private Sample sample(List<String> words) {
        Instant[] span = span(words.get(1));
        return new Sample(
                metric(words.get(0)),
                span[0],
                span[1],
                Double.parseDouble(words.get(2)),
                after(words, "by"),
                after(words, "as"),
                words.contains("retracted"));
    }

    private static String after(List<String> words, String key) {
        int at = words.indexOf(key);
        return at < 0 ? "" : words.get(at + 1);
    }

    private static Metric metric(String word) {
        return Metric.valueOf(word.toUpperCase(Locale.ROOT));
    }

    static Health state(List<String> words) {
        Metric metric = metric(words.get(0));
        State is = null;
        Double value = null;
        Span lasting = null;
        Over over = null;
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("for")) {
                lasting = Span.parse(words.get(++i));
            } else if (word.equals("over")) {
                over = Over.valueOf(words.get(++i).toUpperCase(Locale.ROOT));
            } else if (Character.isLetter(word.charAt(0))) {
                is = State.valueOf(word.toUpperCase(Locale.ROOT));
            } else {
                value = Double.valueOf(word);
            }
        }
        return new Health(metric, is, value, lasting, over);
    }

    private static String words(Health state) {
        StringBuilder words = new StringBuilder(state.metric().name().toLowerCase(Locale.ROOT));
        words.append(' ').append(state.is().name().toLowerCase(Locale.ROOT));
        if (state.value() != null) {
            words.append(' ').append(state.value().toString().replaceFirst("\\.0$", ""));
        }
        words.append(state.lasting() == null ? "" : " for " + state.lasting());
        words.append(state.over() == null ? "" : " over " + state.over().name().toLowerCase(Locale.ROOT));
        return words.toString();
    }

    private Instant[] span(String text) {
        String[] ends = text.split("/");
        return new Instant[] {time(ends[0]), time(ends[ends.length - 1])};
    }

    private Instant time(String text) {
        boolean hasOffset = text.endsWith("Z") || text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > 9;
        return hasOffset
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).atZone(zone).toInstant();
    }

    private void show(List<Change> changes) {
        for (Change change : changes) {
            say(shown(change.at()) + " | " + words(change.state()) + " | " + change.value()
                    + because(change.because()));
        }
    }

    private String because(List<String> causes) {
        return causes.isEmpty() ? "" : " | " + String.join(" ", causes);
    }

    private String shown(Instant instant) {
        return SHOWN.format(instant.atZone(zone)).replaceFirst(":00([+-]..:..)$", "$1");
    }

    private void say(String line) {
        written.append("> ").append(line).append('\n');
    }
}
