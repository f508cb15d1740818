package dev.vigil.engine.replay;

import dev.vigil.core.fact.Arrival;
import dev.vigil.core.fact.Sample;
import dev.vigil.core.watch.Metric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Holds millions of samples in columns (34 bytes each) and hands them out in order of arrival. Files bring them metric by
 * metric in order of time, so they fall into few sorted runs that are merged; samples in wild order are sorted first.
 */
public final class SampleRuns {
    private static final int MANY_RUNS = 50_000;

    private long[] start = new long[1024];
    private long[] end = new long[1024];
    private double[] value = new double[1024];
    private byte[] metric = new byte[1024];
    private boolean[] retracted = new boolean[1024];
    private int[] text = new int[1024];
    private int size;
    private final List<Integer> runs = new ArrayList<>();
    private final Map<List<String>, Integer> textIndex = new HashMap<>();
    private final List<List<String>> texts = new ArrayList<>();

    public void add(Sample sample) {
        if (size == start.length) {
            grow();
        }
        start[size] = sample.start().toEpochMilli();
        end[size] = sample.end().toEpochMilli();
        value[size] = sample.value();
        metric[size] = (byte) sample.metric().ordinal();
        retracted[size] = sample.retracted();
        text[size] = textIndex.computeIfAbsent(List.of(sample.device(), sample.label()), key -> {
            texts.add(key);
            return texts.size() - 1;
        });
        if (size == 0 || known(size) < known(size - 1)) {
            runs.add(size);
        }
        size++;
    }

    private void grow() {
        int length = start.length * 2;
        start = Arrays.copyOf(start, length);
        end = Arrays.copyOf(end, length);
        value = Arrays.copyOf(value, length);
        metric = Arrays.copyOf(metric, length);
        retracted = Arrays.copyOf(retracted, length);
        text = Arrays.copyOf(text, length);
    }

    private long known(int i) {
        return metric[i] == Metric.WORKOUT.ordinal() ? start[i] : end[i];
    }

    private Arrival arrival(int i) {
        List<String> words = texts.get(text[i]);
        Sample sample = new Sample(
                Metric.values()[metric[i]],
                Instant.ofEpochMilli(start[i]),
                Instant.ofEpochMilli(end[i]),
                value[i],
                words.get(0),
                words.get(1),
                retracted[i]);
        return new Arrival("health", "", sample.known(), sample);
    }

    /** Hands out the samples among {@code others}, which are in order; of equal times the others come first. */
    public void merge(List<Arrival> others, Consumer<Arrival> each) {
        Cursor cursor = runs.size() > MANY_RUNS ? sorted() : merged();
        int next = 0;
        for (int i = cursor.next(); i >= 0; i = cursor.next()) {
            long at = known(i);
            while (next < others.size() && others.get(next).at().toEpochMilli() <= at) {
                each.accept(others.get(next++));
            }
            each.accept(arrival(i));
        }
        while (next < others.size()) {
            each.accept(others.get(next++));
        }
    }

    /** The next index, or -1. */
    private interface Cursor {
        int next();
    }

    private Cursor merged() {
        PriorityQueue<int[]> heads = new PriorityQueue<>((a, b) -> {
            int byTime = Long.compare(known(a[0]), known(b[0]));
            return byTime != 0 ? byTime : Integer.compare(a[0], b[0]);
        });
        for (int run = 0; run < runs.size(); run++) {
            heads.add(new int[] {runs.get(run), run + 1 < runs.size() ? runs.get(run + 1) : size});
        }
        return () -> {
            int[] head = heads.poll();
            if (head == null) {
                return -1;
            }
            int index = head[0]++;
            if (head[0] < head[1]) {
                heads.add(head);
            }
            return index;
        };
    }

    private Cursor sorted() {
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Long.compare(known(a), known(b)));
        int[] position = {0};
        return () -> position[0] < size ? order[position[0]++] : -1;
    }
}
