package dev.vigil.engine;

import dev.vigil.core.run.Verdict;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Runs a scenario on a simulated clock; nothing is performed and no database is touched. */
public interface Replays {
    /**
     * @param dir holds {@code clock.json}, {@code watches.jsonl} or {@code goals.txt}, and any of {@code mail/},
     *     {@code calendar/}, {@code health/}
     * @param out takes what would have been delivered, in order of time
     * @param complaint takes one sentence (with file and place) for each thing that was refused; the replay goes on
     * @throws dev.vigil.core.Trouble if the folder cannot be replayed at all
     */
    void replay(Path dir, Consumer<Told> out, Consumer<String> complaint);

    /**
     * The same, telling also what came near.
     *
     * @param missed takes, as it happens, what a watch did not fire at and came nearer to than at anything before on that
     *     day; the verdict's watch is the line that armed it
     */
    void replay(Path dir, Consumer<Told> out, Consumer<Verdict> missed, Consumer<String> complaint);
}
