package dev.vigil.rules;

import dev.vigil.core.run.Finding;
import dev.vigil.core.run.Meeting;
import java.util.ArrayList;
import java.util.List;

/** One ask held against one thing that happened; collects what is found. */
abstract class Hearing {
    private final List<Finding> findings = new ArrayList<>();

    abstract Ask ask();

    abstract String cause();

    /** Records what was found of one field of the ask. */
    final void find(String field, boolean holds, String value) {
        findings.add(new Finding(ask().getPath() + "." + field, holds, value, List.of(cause())));
    }

    Meeting meeting() {
        boolean met = findings.stream().allMatch(Finding::holds);
        return new Meeting(ask().getWatch(), ask().getPath(), met, findings);
    }
}
