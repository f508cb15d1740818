package dev.vigil.core.watch;

/** How a number is held against a value; {@code ABOVE} and {@code BELOW} are strict. */
public enum Comparison {
    ABOVE,
    BELOW,
    AT_LEAST,
    AT_MOST;

    public boolean holds(double number, double value) {
        return switch (this) {
            case ABOVE -> number > value;
            case BELOW -> number < value;
            case AT_LEAST -> number >= value;
            case AT_MOST -> number <= value;
        };
    }
}
