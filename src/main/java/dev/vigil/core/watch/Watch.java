package dev.vigil.core.watch;

import java.util.List;

/**
 * A standing watch: any trigger of {@code when} starts it, all {@code conditions} must hold at that moment, all actions
 * of {@code then} run.
 *
 * @param when at least one
 * @param conditions the contract's {@code if}; may be empty
 * @param then at least one
 * @param until last day or moment on which it may fire, inclusive; null when it has no end
 */
public record Watch(List<Trigger> when, List<Condition> conditions, List<Action> then, Repeat repeat, Until until) {
    public Watch {
        when = List.copyOf(when);
        conditions = List.copyOf(conditions);
        then = List.copyOf(then);
    }

    /** Whether each trigger fires at most once, or every time. */
    public enum Repeat {
        ONCE,
        ALWAYS
    }
}
