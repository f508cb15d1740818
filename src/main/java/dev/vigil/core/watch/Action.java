package dev.vigil.core.watch;

import java.time.LocalTime;

/** What a watch does when it fires. Optional fields are null when the watch does not name them. */
public sealed interface Action {
    /** The contract's word for it, as in {@code {"do": …}}. */
    String name();

    /** {@code say} null: the engine words it from what matched. */
    record Notify(String say, boolean urgent, Via via) implements Action {
        @Override
        public String name() {
            return "notify";
        }
    }

    enum Via {
        PHONE,
        DESKTOP,
        MAIL
    }

    record SuggestBreak(Span lasting) implements Action {
        @Override
        public String name() {
            return "suggest_break";
        }
    }

    /** {@code level} is a percentage, 0–100. */
    record DimScreen(Integer level) implements Action {
        @Override
        public String name() {
            return "dim_screen";
        }
    }

    /** Holds notices; with neither field till the matching event ends, else one hour. */
    record Quiet(Span lasting, LocalTime till) implements Action {
        @Override
        public String name() {
            return "quiet";
        }
    }

    record BlockTime(Span lasting, String say) implements Action {
        @Override
        public String name() {
            return "block_time";
        }
    }

    record DraftReply() implements Action {
        @Override
        public String name() {
            return "draft_reply";
        }
    }

    record Soften() implements Action {
        @Override
        public String name() {
            return "soften";
        }
    }

    /** Always waits for approval. */
    record Forward(String to) implements Action {
        @Override
        public String name() {
            return "forward";
        }
    }

    record Label(String as) implements Action {
        @Override
        public String name() {
            return "label";
        }
    }

    record Digest(Topic of) implements Action {
        @Override
        public String name() {
            return "digest";
        }
    }

    enum Topic {
        MAIL,
        CALENDAR,
        HEALTH,
        FOLLOW_UPS
    }

    /** {@code command} is the name of a command that the person registered, never a shell string. */
    record Run(String command) implements Action {
        @Override
        public String name() {
            return "run";
        }
    }
}
