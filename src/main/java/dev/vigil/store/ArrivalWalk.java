package dev.vigil.store;

import dev.vigil.core.fact.Arrival;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Walks through the arrivals of both tables in one order. */
final class ArrivalWalk {
    private final Database database;
    private final ArrivalRows arrivals;
    private final SampleRows samples;

    ArrivalWalk(Database database, ArrivalRows arrivals, SampleRows samples) {
        this.database = database;
        this.arrivals = arrivals;
        this.samples = samples;
    }

    /** @param from exclusive; {@code till} is inclusive, both in microseconds */
    void walk(String person, String connector, long from, long till, Consumer<Arrival> each) {
        long lastSeq = database.read(handle -> PersonRow.committedSeq(handle, person));
        Slice start = new Slice(person, connector, from, Long.MAX_VALUE, till, lastSeq);
        Pages whole = new Pages(start, slice -> database.read(handle -> arrivals.page(handle, slice)));
        Pages small = new Pages(start, slice -> database.read(handle -> samples.page(handle, slice)));
        while (whole.current != null || small.current != null) {
            Pages next = small.current == null || whole.current != null && whole.current.before(small.current)
                    ? whole
                    : small;
            Arrival arrival = next.current.arrival();
            next.advance();
            if (arrival != null) {
                each.accept(arrival);
            }
        }
    }

    private static final class Pages {
        private final Function<Slice, List<Stored>> read;
        private Slice slice;
        private Iterator<Stored> page;
        private Stored current;

        Pages(Slice slice, Function<Slice, List<Stored>> read) {
            this.read = read;
            this.slice = slice;
            turn();
        }

        private void turn() {
            List<Stored> rows = read.apply(slice);
            page = rows.iterator();
            current = page.hasNext() ? page.next() : null;
            if (current != null) {
                Stored last = rows.get(rows.size() - 1);
                slice = slice.after(last.at(), last.seq());
            }
        }

        void advance() {
            if (page.hasNext()) {
                current = page.next();
            } else {
                turn();
            }
        }
    }
}
