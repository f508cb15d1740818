package dev.vigil.rules;

/** A key under which asks for this thing may stand. */
public final class Topic {
    private final Object of;
    private final Object key;

    Topic(Object of, Object key) {
        this.of = of;
        this.key = key;
    }

    public Object getOf() {
        return of;
    }

    public Object getKey() {
        return key;
    }
}
