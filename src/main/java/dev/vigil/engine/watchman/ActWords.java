package dev.vigil.engine.watchman;

import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.watch.Action;
import dev.vigil.core.watch.Span;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** What is told of each action when a watch fires, and its parameters for the channel that carries it out. */
final class ActWords {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final QuietHours quiet;
    private final Digests digests;

    ActWords(QuietHours quiet, Digests digests) {
        this.quiet = quiet;
        this.digests = digests;
    }

    String say(Action action, Reason reason, ArmedWatch watch) {
        if (action instanceof Action.Notify notify) {
            return notify.say() != null ? notify.say() : reason.words().get();
        }
        if (action instanceof Action.SuggestBreak pause) {
            return "Take a break" + minutes(pause.lasting()) + ": "
                    + reason.words().get();
        }
        if (action instanceof Action.DimScreen dim) {
            return dim.level() == null ? "Dim the screen" : "Dim the screen to " + dim.level() + "%";
        }
        if (action instanceof Action.Quiet hush) {
            return "Quiet until " + CLOCK.format(quiet.end(hush, reason.about()));
        }
        if (action instanceof Action.BlockTime block) {
            return "Block time" + minutes(block.lasting()) + (block.say() == null ? "" : " for " + block.say());
        }
        if (action instanceof Action.DraftReply) {
            return "Draft a reply: " + reason.words().get();
        }
        if (action instanceof Action.Soften) {
            return "Offer a calmer wording of your drafts";
        }
        if (action instanceof Action.Forward forward) {
            return "Forward to " + forward.to() + "? " + reason.words().get();
        }
        if (action instanceof Action.Label label) {
            return "Label it " + label.as() + ": " + reason.words().get();
        }
        if (action instanceof Action.Digest digest) {
            return digests.digest(digest.of(), reason.about().at(), watch);
        }
        return "Run " + ((Action.Run) action).command();
    }

    private static String minutes(Span span) {
        return span == null ? "" : " of " + span.nominal().toMinutes() + " minutes";
    }

    static String detail(Action action) {
        List<String> lines = new ArrayList<>();
        if (action instanceof Action.Notify notify && notify.via() != null) {
            lines.add("via=" + notify.via().name().toLowerCase(java.util.Locale.ROOT));
        } else if (action instanceof Action.SuggestBreak pause && pause.lasting() != null) {
            lines.add("for=" + pause.lasting());
        } else if (action instanceof Action.DimScreen dim && dim.level() != null) {
            lines.add("level=" + dim.level());
        } else if (action instanceof Action.BlockTime block && block.lasting() != null) {
            lines.add("for=" + block.lasting());
        } else if (action instanceof Action.Forward forward) {
            lines.add("to=" + forward.to());
        } else if (action instanceof Action.Label label) {
            lines.add("as=" + label.as());
        } else if (action instanceof Action.Run run) {
            lines.add("name=" + run.command());
        }
        return String.join("\n", lines);
    }
}
