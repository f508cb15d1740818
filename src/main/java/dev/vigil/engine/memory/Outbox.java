package dev.vigil.engine.memory;

import dev.vigil.core.run.Batch;
import dev.vigil.core.run.Delivery;
import dev.vigil.core.run.Notice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One person's deliveries, one row for each notice and channel. */
final class Outbox {
    private record Row(String notice, String channel) {
        static Row of(Delivery delivery) {
            return new Row(delivery.notice().id(), delivery.channel());
        }
    }

    private final Map<Row, Delivery> rows = new LinkedHashMap<>();

    void add(Delivery delivery) {
        rows.putIfAbsent(Row.of(delivery), delivery);
    }

    void release(Batch.Release release) {
        rows.replaceAll((row, delivery) -> row.notice().equals(release.noticeId())
                ? new Delivery(
                        released(delivery.notice(), release.at()),
                        delivery.channel(),
                        delivery.state(),
                        delivery.attempts(),
                        delivery.attempts() == 0 ? release.at() : delivery.next(),
                        delivery.fate())
                : delivery);
    }

    List<Delivery> due(Instant now, int max) {
        return rows.values().stream()
                .filter(delivery -> delivery.state() == Delivery.State.WAITING)
                .filter(delivery -> !delivery.notice().release().isAfter(now)
                        && !delivery.next().isAfter(now))
                .sorted(Comparator.comparing(delivery -> delivery.notice().release()))
                .limit(max)
                .toList();
    }

    /** The notice stays as it is stored: it may have been released since the try began. */
    void tried(Delivery tried) {
        rows.computeIfPresent(
                Row.of(tried),
                (row, stored) -> new Delivery(
                        stored.notice(), row.channel(), tried.state(), tried.attempts(), tried.next(), tried.fate()));
    }

    List<Delivery> newest(int max) {
        List<Delivery> all = new ArrayList<>(rows.values());
        Collections.reverse(all);
        return List.copyOf(all.subList(0, Math.min(max, all.size())));
    }

    long backlog() {
        return rows.values().stream()
                .filter(delivery ->
                        delivery.state() == Delivery.State.WAITING || delivery.state() == Delivery.State.APPROVAL)
                .count();
    }

    private static Notice released(Notice notice, Instant at) {
        return new Notice(
                notice.id(),
                notice.person(),
                notice.watch(),
                notice.cause(),
                notice.because(),
                notice.action(),
                notice.act(),
                notice.say(),
                notice.detail(),
                notice.urgent(),
                notice.fired(),
                at,
                notice.approval());
    }
}
