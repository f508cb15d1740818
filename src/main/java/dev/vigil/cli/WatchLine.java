package dev.vigil.cli;

import dev.vigil.core.run.ArmedWatch;
import java.time.Instant;
import java.util.List;

/** One watch, for people and as JSON. */
final class WatchLine {
    static final int NEXT = 3;

    private WatchLine() {}

    static String json(ArmedWatch watch, Rooms rooms) {
        JsonLine line = new JsonLine()
                .put("watch", watch.number())
                .put("state", Door.lower(watch.state()))
                .put("goal", watch.goal())
                .put("says", says(watch, rooms))
                .raw("proposal", watch.proposal())
                .put(
                        "next",
                        next(watch, rooms).stream()
                                .map(at -> Show.iso(at, watch.zone()))
                                .toList());
        if (watch.resumes() != null) {
            line.put("resumes", Show.iso(watch.resumes(), watch.zone()));
        }
        if (watch.mend() != null) {
            line.put("mend", watch.mend());
        }
        return line.end();
    }

    static String plain(ArmedWatch watch, Rooms rooms) {
        StringBuilder line = new StringBuilder();
        line.append(watch.number()).append("  ").append(state(watch)).append("  ");
        line.append(Show.plain(says(watch, rooms)));
        List<Instant> next = next(watch, rooms);
        if (!next.isEmpty()) {
            line.append("  Next: ")
                    .append(String.join(
                            ", ",
                            next.stream()
                                    .map(at -> Show.moment(at, watch.zone()))
                                    .toList()))
                    .append('.');
        }
        if (watch.mend() != null) {
            line.append("  ").append(Show.plain(watch.mend()));
        }
        return line.toString();
    }

    static String state(ArmedWatch watch) {
        String state = Door.lower(watch.state());
        return watch.resumes() == null ? state : state + " until " + Show.moment(watch.resumes(), watch.zone());
    }

    static String says(ArmedWatch watch, Rooms rooms) {
        return rooms.words().say(watch.watch(), watch.zone());
    }

    static List<Instant> next(ArmedWatch watch, Rooms rooms) {
        boolean waits = watch.state() == ArmedWatch.State.ARMED || watch.state() == ArmedWatch.State.SNOOZED;
        return waits ? rooms.nextMoments(watch, NEXT) : List.of();
    }
}
