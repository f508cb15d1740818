package dev.vigil.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A stretch of a field, from one word to another, both included. */
record Stretch(int from, int to) {
    int width() {
        return to - from + 1;
    }

    /** The shortest one that has a place of each list, of which none is empty. */
    static Stretch narrowest(List<Places> lists) {
        int[] next = new int[lists.size()];
        Stretch best = null;
        while (true) {
            int first = 0;
            int to = -1;
            for (int i = 0; i < next.length; i++) {
                if (lists.get(i).from(next[i]) < lists.get(first).from(next[first])) {
                    first = i;
                }
                to = Math.max(to, lists.get(i).to(next[i]));
            }
            int from = lists.get(first).from(next[first]);
            if (best == null || to - from < best.to - best.from) {
                best = new Stretch(from, to);
            }
            if (++next[first] == lists.get(first).size()) {
                return best;
            }
        }
    }

    /**
     * The first one in which places of the lists follow each other, with up to as many words between as
     * {@code gaps} says before each; null when nowhere.
     */
    static Stretch inOrder(List<Places> lists, int[] gaps) {
        Map<Integer, Integer> reached = new HashMap<>();
        for (int i = 0; i < lists.get(0).size(); i++) {
            reached.putIfAbsent(lists.get(0).to(i), lists.get(0).from(i));
        }
        for (int list = 1; list < lists.size() && !reached.isEmpty(); list++) {
            Map<Integer, Integer> further = new HashMap<>();
            Places places = lists.get(list);
            for (int i = 0; i < places.size(); i++) {
                for (int back = 1; back <= gaps[list] + 1; back++) {
                    Integer start = reached.get(places.from(i) - back);
                    if (start != null) {
                        further.putIfAbsent(places.to(i), start);
                    }
                }
            }
            reached = further;
        }
        Stretch first = null;
        for (Map.Entry<Integer, Integer> one : reached.entrySet()) {
            if (first == null || one.getValue() < first.from) {
                first = new Stretch(one.getValue(), one.getKey());
            }
        }
        return first;
    }
}
