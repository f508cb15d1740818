package dev.vigil.core.fact;

/** Something that a connector learned. */
public sealed interface Fact permits Mail, CalendarItem, Sample {
    /** The id by which people and {@code because} name it: {@code mail:…}, {@code calendar:…}, {@code health:…}. */
    String cause();
}
