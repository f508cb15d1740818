package dev.vigil.engine.vitals;

/** How far time has come: by the samples added and by what was told of the clock. All lanes share one. */
final class Reached {
    long moment = Moments.NEVER;

    void at(long later) {
        moment = Math.max(moment, later);
    }
}
