package dev.vigil.rules;

import dev.vigil.core.watch.Condition;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** Conditions that only the clock answers, in the watch's zone. */
public final class Clockwork {
    private Clockwork() {}

    public static Answer weekday(Question question) {
        Condition.Weekday asked = (Condition.Weekday) question.getCondition();
        var day = question.getAt().getDayOfWeek();
        return answer(question, asked.days().contains(day), "it is a " + day.getDisplayName(TextStyle.FULL, Locale.UK));
    }

    public static Answer between(Question question) {
        Condition.Between asked = (Condition.Between) question.getCondition();
        var time = question.getAt().toLocalTime();
        return answer(
                question,
                asked.span().contains(time),
                "it is " + time.truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
    }

    public static Answer dates(Question question) {
        Condition.Dates asked = (Condition.Dates) question.getCondition();
        var date = question.getAt().toLocalDate();
        return answer(question, asked.span().contains(date), "it is " + date);
    }

    private static Answer answer(Question question, boolean holds, String value) {
        return new Answer(question, holds, value, List.of());
    }
}
