package dev.vigil.rules;

/** Something that took time, in epoch milliseconds: an event, a workout, a night's sleep, a mail's arrival. */
public final class Happening {
    private final long start;
    private final long end;
    private final String title;
    private final String cause;

    Happening(long start, long end, String title, String cause) {
        this.start = start;
        this.end = end;
        this.title = title;
        this.cause = cause;
    }

    public long getStart() {
        return start;
    }

    public long getEnd() {
        return end;
    }

    public String getTitle() {
        return title;
    }

    public String getCause() {
        return cause;
    }
}
