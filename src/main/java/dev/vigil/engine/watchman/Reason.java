package dev.vigil.engine.watchman;

import dev.vigil.core.run.Case;
import java.util.function.Supplier;

/**
 * A case with what a notice of it needs.
 *
 * @param key what the notice is given for; one notice an action and key, whatever triggers led to it
 * @param words what is told when the watch names no words of its own
 * @param late true when it is caught up after a time in which Vigil did not run
 */
record Reason(Case about, String key, Supplier<String> words, boolean late) {}
