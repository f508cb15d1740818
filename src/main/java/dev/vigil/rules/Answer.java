package dev.vigil.rules;

import java.util.List;

/** What the rules found of a question. */
public final class Answer {
    private final Question question;
    private final boolean holds;
    private final String value;
    private final List<String> because;

    public Answer(Question question, boolean holds, String value, List<String> because) {
        this.question = question;
        this.holds = holds;
        this.value = value;
        this.because = List.copyOf(because);
    }

    public Question getQuestion() {
        return question;
    }

    public boolean isHolds() {
        return holds;
    }

    public String getValue() {
        return value;
    }

    public List<String> getBecause() {
        return because;
    }
}
