package dev.vigil.engine.vitals;

import dev.vigil.core.watch.Trigger.Health;
import dev.vigil.core.watch.Trigger.Over;
import java.util.function.LongPredicate;

/** States of whole days, weeks, months or nights that have to hold several times running. */
final class Periods {
    private static final int NOMINAL_WEEK = 7;
    private static final int NOMINAL_MONTH = 30;

    private Periods() {}

    /** How many periods running the state has to hold; a span shorter than a period asks for one. */
    static int running(Health state) {
        if (state.lasting() == null) {
            return 1;
        }
        int length = state.over() == Over.MONTH ? NOMINAL_MONTH : state.over() == Over.WEEK ? NOMINAL_WEEK : 1;
        return (int) Math.max(1, state.lasting().nominal().toDays() / length);
    }

    /** Whether the {@code wanted} periods up to the one that begins at {@code first} all meet it. */
    static boolean ran(Days days, Over over, long first, int wanted, LongPredicate meets) {
        for (int i = 0; i < wanted; i++) {
            if (!meets.test(days.shift(first, over, -i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether it has just come to hold so many times running: a single one anew each time, several once. */
    static boolean begins(Days days, Over over, long first, int wanted, LongPredicate meets) {
        return ran(days, over, first, wanted, meets) && (wanted == 1 || !meets.test(days.shift(first, over, -wanted)));
    }
}
