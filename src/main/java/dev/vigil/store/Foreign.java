package dev.vigil.store;

import dev.vigil.core.run.Batch;

/** A batch is of one person: what belongs to another would stand under the wrong name and lock. */
final class Foreign {
    private Foreign() {}

    static void refuse(String person, Batch batch) {
        batch.verdicts.forEach(verdict -> same(person, verdict.person()));
        batch.misses.forEach(verdict -> same(person, verdict.person()));
        batch.deliveries.forEach(delivery -> same(person, delivery.notice().person()));
        batch.wakeups.forEach(wakeup -> same(person, wakeup.person()));
        batch.watches.forEach(watch -> same(person, watch.person()));
        batch.memories.forEach(memory -> same(person, memory.person()));
    }

    private static void same(String person, String other) {
        if (!person.equals(other)) {
            throw new IllegalArgumentException("a batch of one person has a row of another");
        }
    }
}
