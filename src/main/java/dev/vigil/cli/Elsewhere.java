package dev.vigil.cli;

/** Another process owns the database; the command line goes there as it is. */
public final class Elsewhere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Elsewhere() {
        super("owned by another process", null, false, false);
    }
}
