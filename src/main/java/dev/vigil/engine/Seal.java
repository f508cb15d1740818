package dev.vigil.engine;

/** Keeps passwords unreadable in the database. */
public interface Seal {
    String seal(String secret);

    /** @throws dev.vigil.core.Trouble if it was sealed with another key or was altered */
    String unseal(String sealed);
}
