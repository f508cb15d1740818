package dev.vigil.cli;

import dev.vigil.engine.Told;

/** One told action, for people and as JSON. */
final class ToldLine {
    private ToldLine() {}

    static String json(Told told) {
        return new JsonLine()
                .put("at", Show.iso(told.at()))
                .put("watch", told.watch())
                .put("do", told.act())
                .put("say", told.say())
                .put("because", told.because())
                .end();
    }

    /** Without what made it fire. */
    static String brief(Told told) {
        String say = told.say() == null ? "" : "  " + told.say();
        return Show.plain(Show.moment(told.at()) + "  watch " + told.watch() + "  " + told.act() + say);
    }

    static String plain(Told told) {
        String because =
                told.because().isEmpty() ? "" : "  " + Show.plain("(" + String.join(", ", told.because()) + ")");
        return brief(told) + because;
    }
}
