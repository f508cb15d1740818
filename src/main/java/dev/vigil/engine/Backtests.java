package dev.vigil.engine;

import dev.vigil.core.watch.Watch;
import java.time.ZoneId;
import java.util.List;

/** Tells what a watch would have told over the stored events. */
public interface Backtests {
    /**
     * @param days how many days back from now, at least 1
     * @return in order of time
     */
    List<Told> backtest(String person, Watch watch, ZoneId zone, int days);
}
