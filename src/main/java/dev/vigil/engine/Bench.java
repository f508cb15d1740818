package dev.vigil.engine;

import java.io.PrintStream;
import java.util.List;

/** One measurement that a person can run: {@code vigil bench NAME}. */
public interface Bench {
    /** One line of help. */
    String about();

    /**
     * @param out takes the results, one a line
     * @param progress takes everything else
     * @throws dev.vigil.core.Trouble if the arguments cannot be used
     */
    void run(List<String> args, PrintStream out, PrintStream progress);
}
