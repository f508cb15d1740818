package dev.vigil.app.bench;

import java.util.List;
import java.util.Locale;

/** Rates at growing sizes, and how fast they fall. */
final class Table {
    private Table() {}

    /** The exponent e of cost ~ N^e between the first and the last size. */
    static double exponent(List<Integer> sizes, List<Double> rates) {
        int last = sizes.size() - 1;
        return Math.log(rates.get(0) / rates.get(last)) / Math.log((double) sizes.get(last) / sizes.get(0));
    }

    static String rate(double perSecond) {
        return String.format(Locale.ROOT, "%,.0f/s", perSecond);
    }
}
