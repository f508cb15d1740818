package dev.vigil.engine.vitals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What spread-out amounts come to where the samples of several devices overlap: slice by slice the larger counts. A
 * named device's own samples add up, save that of two with the same span the larger counts; a sample whose device is
 * unknown is held to be a device of its own.
 */
final class Slices {
    interface Sink {
        /** So much fell into {@code [from, till)}, spread evenly. */
        void slice(long from, long till, double amount);
    }

    private static final int UNKNOWN = 0;

    private final Log log;
    /** The most that may fall into an hour; sleep cannot be longer than the time it takes. */
    private final double hourly;

    Slices(Log log, double hourly) {
        this.log = log;
        this.hourly = hourly;
    }

    private record Part(long start, long end, double density, int device) {}

    /** A sample at a moment is taken to fill the last nanosecond before it. */
    static long start(Log log, long position) {
        return Math.min(log.start(position), log.end(position) - 1);
    }

    /**
     * Walks over {@code [from, till)} in slices.
     *
     * @param known only samples that end at or before count
     * @param without a sample that is left out, or {@link Log#NONE}
     */
    void over(long from, long till, long known, long without, Sink sink) {
        List<Part> parts = parts(from, till, known, without);
        if (parts.size() == 1) {
            Part only = parts.get(0);
            emit(Math.max(from, only.start), Math.min(till, only.end), only.density, sink);
        } else if (!parts.isEmpty()) {
            sweep(parts, from, till, sink);
        }
    }

    private void emit(long from, long till, double density, Sink sink) {
        double most = hourly / Moments.HOUR;
        sink.slice(from, till, Math.min(density, most) * (till - from));
    }

    private List<Part> parts(long from, long till, long known, long without) {
        List<Part> parts = new ArrayList<>(4);
        long last = Math.min(known, till + log.longest() + 1);
        for (long p = log.after(from); p != Log.NONE && log.end(p) <= last; p = log.next(p)) {
            long start = start(log, p);
            if (start < till && p != without) {
                long end = log.end(p);
                parts.add(new Part(start, end, log.value(p) / (end - start), log.device(p)));
            }
        }
        return parts;
    }

    private void sweep(List<Part> parts, long from, long till, Sink sink) {
        parts.sort((a, b) -> Long.compare(a.start, b.start));
        long[] edges = new long[parts.size() * 2];
        for (int i = 0; i < parts.size(); i++) {
            edges[2 * i] = Math.max(from, parts.get(i).start);
            edges[2 * i + 1] = Math.min(till, parts.get(i).end);
        }
        Arrays.sort(edges);
        List<Part> active = new ArrayList<>();
        int arriving = 0;
        for (int i = 0; i + 1 < edges.length; i++) {
            long slice = edges[i];
            if (slice == edges[i + 1]) {
                continue;
            }
            active.removeIf(part -> part.end <= slice);
            while (arriving < parts.size() && parts.get(arriving).start <= slice) {
                if (parts.get(arriving).end > slice) {
                    active.add(parts.get(arriving));
                }
                arriving++;
            }
            if (!active.isEmpty()) {
                emit(slice, edges[i + 1], active.size() == 1 ? active.get(0).density : largest(active), sink);
            }
        }
    }

    private static double largest(List<Part> active) {
        double largest = 0;
        for (int i = 0; i < active.size(); i++) {
            Part part = active.get(i);
            double sum = part.density;
            if (part.device != UNKNOWN) {
                sum = 0;
                for (int j = 0; j < active.size(); j++) {
                    Part other = active.get(j);
                    if (other.device == part.device && !isOutdone(active, j)) {
                        sum += other.density;
                    }
                }
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }

    /** Another sample of the device has the very same span and the larger amount. */
    private static boolean isOutdone(List<Part> active, int index) {
        Part part = active.get(index);
        for (int i = 0; i < active.size(); i++) {
            Part other = active.get(i);
            if (i != index
                    && other.device == part.device
                    && other.start == part.start
                    && other.end == part.end
                    && (other.density > part.density || other.density == part.density && i < index)) {
                return true;
            }
        }
        return false;
    }

    /** The merged amount within {@code [from, till)}. */
    double sum(long from, long till, long known, long without) {
        double[] sum = new double[1];
        over(from, till, known, without, (a, b, amount) -> sum[0] += amount);
        return sum[0];
    }
}
