package dev.vigil.core.watch;

import java.util.List;

/** What a goal compiles to; only {@link Armable} can be armed. */
public sealed interface Proposal {
    record Armable(Watch watch) implements Proposal {}

    /** {@code ask} is one of threshold, what, who, when, which. */
    record Question(String ask) implements Proposal {}

    /** {@code missing} names what no installed connector sees or no action does. */
    record Unsupported(String missing) implements Proposal {}

    record Query() implements Proposal {}

    record Change() implements Proposal {}

    /** {@code task} is the contract's {@code do}: add_event, send_mail, schedule_meeting, other. */
    record Act(String task) implements Proposal {}

    record None() implements Proposal {}

    record Several(List<Proposal> of) implements Proposal {
        public Several {
            of = List.copyOf(of);
        }
    }
}
