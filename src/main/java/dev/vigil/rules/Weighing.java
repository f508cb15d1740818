package dev.vigil.rules;

import dev.vigil.core.run.Case;
import dev.vigil.core.run.Finding;
import dev.vigil.core.run.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A case while its conditions are answered. */
public final class Weighing {
    private final Case about;
    private final List<Answer> answers = new ArrayList<>();
    private boolean fires;

    Weighing(Case about) {
        this.about = about;
    }

    public Case getAbout() {
        return about;
    }

    /** What the rules found, at every depth. */
    public void answered(Answer answer) {
        answers.add(answer);
    }

    public void fire() {
        fires = true;
    }

    Verdict verdict(String person) {
        List<Finding> findings = new ArrayList<>(about.found());
        answers.stream()
                .sorted(Comparator.comparing(answer -> answer.getQuestion().getPath()))
                .map(answer -> new Finding(
                        answer.getQuestion().getPath(), answer.isHolds(), answer.getValue(), answer.getBecause()))
                .forEach(findings::add);
        return new Verdict(
                person,
                about.watch(),
                about.trigger(),
                about.event(),
                about.at().toInstant(),
                fires,
                findings);
    }
}
