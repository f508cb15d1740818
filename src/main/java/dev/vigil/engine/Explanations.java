package dev.vigil.engine;

import dev.vigil.core.run.Verdict;
import java.util.List;

/** Tells why a watch fired or did not. */
public interface Explanations {
    /**
     * @param eventOrNull an event's id as in {@code because}; null = the stored firings and nearest misses
     * @return newest first
     * @throws dev.vigil.core.Trouble if there is no such watch or event
     */
    List<Verdict> why(String person, int watch, String eventOrNull);
}
