package dev.vigil.engine.vitals;

import java.util.Arrays;

/**
 * The samples of one metric over the last 62 days, in order of their ends, packed: a page of plain arrays for each UTC
 * day. A position stays good until the log changes.
 */
final class Log {
    static final int KEPT_DAYS = 62;
    static final long NONE = Long.MIN_VALUE;
    private static final int RING = 128;

    private final Page[] ring = new Page[RING];
    private int oldest = Integer.MAX_VALUE;
    private int newest = Integer.MIN_VALUE;
    private long longest;
    private int changes;

    private static final class Page {
        final int day;
        int size;
        int changes;
        long[] end = new long[16];
        long[] start = new long[16];
        double[] value = new double[16];
        int[] device = new int[16];

        Page(int day) {
            this.day = day;
        }

        void open(int at) {
            if (size == end.length) {
                int room = size * 2;
                end = Arrays.copyOf(end, room);
                start = Arrays.copyOf(start, room);
                value = Arrays.copyOf(value, room);
                device = Arrays.copyOf(device, room);
            }
            shift(at, at + 1, size - at);
            size++;
        }

        void close(int at) {
            shift(at + 1, at, size - at - 1);
            size--;
        }

        private void shift(int from, int to, int count) {
            if (count > 0) {
                System.arraycopy(end, from, end, to, count);
                System.arraycopy(start, from, start, to, count);
                System.arraycopy(value, from, value, to, count);
                System.arraycopy(device, from, device, to, count);
            }
        }

        /** The first index whose end is later than {@code moment}. */
        int after(long moment) {
            if (size > 0 && end[size - 1] <= moment) {
                return size;
            }
            int low = 0;
            int high = size;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (end[middle] <= moment) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    private static int day(long moment) {
        return (int) Math.floorDiv(moment, Moments.DAY);
    }

    private Page page(int day) {
        if (day < oldest || day > newest) {
            return null;
        }
        Page page = ring[Math.floorMod(day, RING)];
        return page != null && page.day == day ? page : null;
    }

    private static long position(Page page, int index) {
        return ((long) page.day << 32) | index;
    }

    private Page at(long position) {
        return ring[Math.floorMod((int) (position >> 32), RING)];
    }

    /** Puts a sample in its place behind those that end at the same moment; {@link #NONE} if it is there already or too old. */
    long insert(long start, long end, double value, int device) {
        int day = day(end);
        if (newest != Integer.MIN_VALUE && day < newest - KEPT_DAYS) {
            return NONE;
        }
        Page page = page(day);
        if (page == null) {
            page = new Page(day);
            makeRoom(day);
            ring[Math.floorMod(day, RING)] = page;
        }
        int index = page.after(end);
        for (int i = index - 1; i >= 0 && page.end[i] == end; i--) {
            if (page.start[i] == start && page.device[i] == device && page.value[i] == value) {
                return NONE;
            }
        }
        page.open(index);
        page.end[index] = end;
        page.start[index] = start;
        page.value[index] = value;
        page.device[index] = device;
        page.changes = ++changes;
        longest = Math.max(longest, end - start);
        return position(page, index);
    }

    private void makeRoom(int day) {
        oldest = Math.min(oldest, day);
        if (day > newest) {
            newest = day;
            int keep = day - KEPT_DAYS;
            for (int i = 0; i < RING; i++) {
                if (ring[i] != null && ring[i].day < keep) {
                    ring[i] = null;
                }
            }
            oldest = Math.max(oldest, keep);
        }
    }

    void remove(long position) {
        Page page = at(position);
        page.close((int) position);
        page.changes = ++changes;
    }

    /** A sample with these ends and this device; {@link #NONE} when there is none. */
    long find(long start, long end, int device) {
        for (long p = upTo(end); p != NONE && end(p) == end; p = previous(p)) {
            if (start(p) == start && device(p) == device) {
                return p;
            }
        }
        return NONE;
    }

    /** The first sample that ends after that moment. */
    long after(long moment) {
        if (newest == Integer.MIN_VALUE) {
            return NONE;
        }
        for (int day = Math.max(day(moment), oldest); day <= newest; day++) {
            Page page = page(day);
            if (page != null) {
                int index = page.after(moment);
                if (index < page.size) {
                    return position(page, index);
                }
            }
        }
        return NONE;
    }

    /** The last sample that ends at or before that moment. */
    long upTo(long moment) {
        if (newest == Integer.MIN_VALUE) {
            return NONE;
        }
        for (int day = Math.min(day(moment), newest); day >= oldest; day--) {
            Page page = page(day);
            if (page != null) {
                int index = page.after(moment) - 1;
                if (index >= 0) {
                    return position(page, index);
                }
            }
        }
        return NONE;
    }

    long last() {
        return upTo(Moments.OPEN);
    }

    long first() {
        return after(Moments.NEVER);
    }

    long next(long position) {
        Page page = at(position);
        int index = (int) position + 1;
        for (int day = page.day; ; index = 0) {
            if (page != null && index < page.size) {
                return position(page, index);
            }
            if (++day > newest) {
                return NONE;
            }
            page = page(day);
        }
    }

    long previous(long position) {
        Page page = at(position);
        if ((int) position > 0) {
            return position - 1;
        }
        for (int day = page.day - 1; day >= oldest; day--) {
            page = page(day);
            if (page != null && page.size > 0) {
                return position(page, page.size - 1);
            }
        }
        return NONE;
    }

    long end(long position) {
        return at(position).end[(int) position];
    }

    long start(long position) {
        return at(position).start[(int) position];
    }

    double value(long position) {
        return at(position).value[(int) position];
    }

    int device(long position) {
        return at(position).device[(int) position];
    }

    /** The length of the longest sample ever seen. */
    long longest() {
        return longest;
    }

    /** Tells whether a UTC day changed: two equal numbers, the same samples. */
    int version(int day) {
        Page page = page(day);
        return page == null ? 0 : page.changes;
    }

    /** Tells whether anything changed. */
    int version() {
        return changes;
    }
}
