package dev.vigil.rules;

import dev.vigil.core.port.Surroundings;
import dev.vigil.core.run.Case;
import dev.vigil.core.watch.Condition;
import java.util.ArrayList;
import java.util.List;

/** Puts a watch's conditions as questions, inner ones included. */
final class Conditions {
    private Conditions() {}

    static List<Question> questions(Case about, List<Condition> conditions, Surroundings world) {
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            put(about, "if[" + i + "]", conditions.get(i), null, world, questions);
        }
        return questions;
    }

    private static void put(
            Case about, String path, Condition condition, Question parent, Surroundings world, List<Question> all) {
        Question question = new Question(about, path, condition, parent, world);
        all.add(question);
        if (condition instanceof Condition.Not not) {
            put(about, path + ".not", not.condition(), question, world, all);
        } else if (condition instanceof Condition.Any any) {
            for (int i = 0; i < any.conditions().size(); i++) {
                put(about, path + ".any[" + i + "]", any.conditions().get(i), question, world, all);
            }
        }
    }
}
