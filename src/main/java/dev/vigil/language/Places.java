package dev.vigil.language;

import java.util.Arrays;

/** Where words stand in a field, in order: positions of the first and the last word of each place. */
final class Places {
    static final Places NONE = new Places();

    private int[] pairs = new int[2];
    private int size;

    void add(int from, int to) {
        if (2 * size == pairs.length) {
            pairs = Arrays.copyOf(pairs, 4 * size);
        }
        pairs[2 * size] = from;
        pairs[2 * size + 1] = to;
        size++;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int from(int place) {
        return pairs[2 * place];
    }

    int to(int place) {
        return pairs[2 * place + 1];
    }

    /** Both, in order of the first word. */
    Places and(Places others) {
        if (others.isEmpty()) {
            return this;
        }
        Places both = new Places();
        int mine = 0;
        int theirs = 0;
        while (mine < size || theirs < others.size) {
            if (theirs == others.size || mine < size && from(mine) <= others.from(theirs)) {
                both.add(from(mine), to(mine++));
            } else {
                both.add(others.from(theirs), others.to(theirs++));
            }
        }
        return both;
    }
}
