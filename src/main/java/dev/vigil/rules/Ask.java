package dev.vigil.rules;

import java.time.Instant;

/** What one trigger of one armed watch asks for: a fact that stays in the session as long as the watch is armed. */
public abstract class Ask {
    private final int watch;
    private final String path;
    private final Instant since;
    private final Object key;

    /**
     * @param path the part of the watch that asks, such as {@code when[0].of}
     * @param since what is dated before it is no answer
     * @param key the one thing by which the rules look it up: a topic, a sender, a kind
     */
    Ask(int watch, String path, Instant since, Object key) {
        this.watch = watch;
        this.path = path;
        this.since = since;
        this.key = key;
    }

    public int getWatch() {
        return watch;
    }

    public String getPath() {
        return path;
    }

    public Instant getSince() {
        return since;
    }

    public Object getKey() {
        return key;
    }
}
