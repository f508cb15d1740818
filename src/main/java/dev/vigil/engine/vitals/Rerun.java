package dev.vigil.engine.vitals;

import dev.vigil.core.watch.Span;
import dev.vigil.core.watch.Trigger.Health;
import java.util.ArrayList;
import java.util.List;

/** Goes over stored readings again to see when one state held, with the same steps as when they came. */
final class Rerun implements Gauge.Listener {
    /** A time during which the state held; {@code till} is {@link Moments#OPEN} while it does. */
    record Episode(long from, long till) {}

    private final Log log;
    private final Readings readings;
    private final Health state;
    private final Days days;
    private final Rhythm rhythm;
    private final Gauge gauge;
    private final Watched stand;
    private final List<Episode> episodes = new ArrayList<>();

    Rerun(Lane lane, Readings readings, Health state) {
        this.log = lane.log;
        this.days = lane.days;
        this.readings = readings;
        this.state = state;
        rhythm = new Rhythm(days);
        gauge = new Gauge(days, this);
        stand = new Watched(state, Moments.NEVER, 0);
        gauge.watch(stand);
    }

    static long back(Log log, long position, int readings) {
        long at = position;
        for (int i = 0; i < readings; i++) {
            long before = log.previous(at);
            if (before == Log.NONE) {
                break;
            }
            at = before;
        }
        return at;
    }

    /** Reads from far enough before {@code from}, that the state is right there, to {@code till}. */
    Watched till(long from, long till) {
        for (long p = start(from); p != Log.NONE && log.end(p) <= till; p = log.next(p)) {
            read(p);
        }
        return stand;
    }

    /**
     * Reads on from {@code from}, where something changed, to where it makes no difference any more.
     *
     * @return how the state stands after the newest reading; null when that is as before
     */
    Watched again(long from) {
        int since = 0;
        for (long p = start(from); p != Log.NONE; p = log.next(p)) {
            read(p);
            since += log.end(p) >= from ? 1 : 0;
            if (since > Rhythm.RECENT + 1 && stand.run == Moments.NEVER) {
                return null;
            }
        }
        return stand;
    }

    private void read(long position) {
        rhythm.on(log.end(position));
        gauge.step(log.end(position), readings.value(Readings.kind(state), position), rhythm);
    }

    private long start(long from) {
        Span lasting = stand.lasting();
        long early = from;
        if (lasting != null) {
            early -= lasting.nominal().getSeconds() * Moments.SECOND + (lasting.days() > 0 ? 2 * Moments.DAY : 0);
        }
        long position = log.upTo(early - 1);
        return position == Log.NONE ? log.first() : back(log, position, Rhythm.RECENT + 1);
    }

    /** Whether the last reading still speaks for that moment. */
    boolean follows(long at, long fresh, long stands) {
        long gap = at - rhythm.last();
        if (gap <= Math.max(fresh, rhythm.patience())) {
            return true;
        }
        boolean whole = stand.lasting() != null && stand.lasting().isWholeDays();
        return rhythm.isSparse() && (gap <= stands || whole && days.of(at) <= rhythm.date() + 1);
    }

    List<Episode> episodes() {
        return episodes;
    }

    @Override
    public void began(Watched begun, long at) {
        episodes.add(new Episode(at, Moments.OPEN));
    }

    @Override
    public void ended(Watched begun, long at) {
        if (!episodes.isEmpty()) {
            Episode open = episodes.remove(episodes.size() - 1);
            episodes.add(new Episode(open.from, at));
        }
    }
}
