package dev.vigil.connectors.health;

import java.io.IOException;

/** A file cannot be read on; the message is a clause for the person. */
final class Unreadable extends IOException {
    private static final long serialVersionUID = 1L;

    Unreadable(String why) {
        super(why);
    }
}
