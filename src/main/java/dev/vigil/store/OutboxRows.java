package dev.vigil.store;

import dev.vigil.core.run.Batch;
import dev.vigil.core.run.Delivery;
import dev.vigil.core.run.Notice;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The outbox: notices, and their deliveries to channels. */
final class OutboxRows {
    private static final String SELECT = """
            SELECT n.id, n.watch, n.cause, n.because, n.action_no, n.act, n.say, n.detail, n.urgent, n.fired,
            n.release_at, n.approval, d.channel, d.state, d.attempts, d.next_try, d.fate
            FROM delivery d JOIN notice n ON n.person = d.person AND n.notice_key = d.notice_key
            """;

    private record Identity(String noticeKey, String channel) {}

    /** What is there already is left as it is. */
    void insert(Handle handle, PersonRow person, List<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return;
        }
        List<String> keys = deliveries.stream()
                .map(delivery -> Keys.of(delivery.notice().id()))
                .distinct()
                .toList();
        Set<String> notices = new HashSet<>(handle.createQuery("""
                        SELECT n.notice_key FROM UNNEST(:keys) AS wanted (notice_key)
                        JOIN notice n ON n.person = :person AND n.notice_key = wanted.notice_key""")
                .bind("person", person.person)
                .bindArray("keys", String.class, keys)
                .mapTo(String.class)
                .list());
        Set<Identity> there = new HashSet<>(handle.createQuery("""
                        SELECT d.notice_key, d.channel FROM UNNEST(:keys) AS wanted (notice_key)
                        JOIN delivery d ON d.person = :person AND d.notice_key = wanted.notice_key""")
                .bind("person", person.person)
                .bindArray("keys", String.class, keys)
                .map((columns, context) -> new Identity(columns.getString(1), new Row(columns).text("channel")))
                .list());
        insertNotices(
                handle,
                person.person,
                deliveries.stream()
                        .map(Delivery::notice)
                        .filter(notice -> notices.add(Keys.of(notice.id())))
                        .toList());
        insertDeliveries(
                handle,
                person,
                deliveries.stream()
                        .filter(delivery ->
                                there.add(new Identity(Keys.of(delivery.notice().id()), delivery.channel())))
                        .toList());
    }

    private static void insertNotices(Handle handle, String person, List<Notice> notices) {
        if (notices.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO notice (person, notice_key, id, watch, cause, because, action_no, act, say, detail, urgent, fired, release_at, approval)
                VALUES (:person, :key, :id, :watch, :cause, :because, :action, :act, :say, :detail, :urgent, :fired, :release, :approval)""");
        for (Notice notice : notices) {
            batch.bind("person", person)
                    .bind("key", Keys.of(notice.id()))
                    .bind("id", notice.id())
                    .bind("watch", notice.watch())
                    .bind("cause", notice.cause())
                    .bind("because", Json.write(notice.because()))
                    .bind("action", notice.action())
                    .bind("act", notice.act())
                    .bind("say", notice.say())
                    .bind("detail", notice.detail())
                    .bind("urgent", notice.urgent())
                    .bind("fired", Micros.floor(notice.fired()))
                    .bind("release", Micros.floor(notice.release()))
                    .bind("approval", notice.approval())
                    .add();
        }
        batch.execute();
    }

    private static void insertDeliveries(Handle handle, PersonRow person, List<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO delivery (person, notice_key, channel, seq, state, attempts, next_try, ready, fate)
                VALUES (:person, :key, :channel, :seq, :state, :attempts, :next, :ready, :fate)""");
        for (Delivery delivery : deliveries) {
            batch.bind("person", person.person)
                    .bind("key", Keys.of(delivery.notice().id()))
                    .bind("channel", delivery.channel())
                    .bind("seq", person.nextSeq())
                    .bind("state", delivery.state().name())
                    .bind("attempts", delivery.attempts())
                    .bind("next", Micros.of(delivery.next()))
                    .bind("ready", ready(delivery.next(), delivery.notice().release()))
                    .bind("fate", delivery.fate())
                    .add();
        }
        batch.execute();
    }

    private static long ready(Instant next, Instant release) {
        return next == null ? Micros.floor(release) : Math.max(Micros.floor(next), Micros.floor(release));
    }

    void release(Handle handle, String person, List<Batch.Release> releases) {
        if (releases.isEmpty()) {
            return;
        }
        PreparedBatch notices =
                handle.prepareBatch("UPDATE notice SET release_at = :at WHERE person = :person AND notice_key = :key");
        PreparedBatch deliveries = handle.prepareBatch("""
                UPDATE delivery SET ready = GREATEST(COALESCE(next_try, CAST(:at AS BIGINT)), CAST(:at AS BIGINT))
                WHERE person = :person AND notice_key = :key""");
        for (Batch.Release release : releases) {
            for (PreparedBatch batch : List.of(notices, deliveries)) {
                batch.bind("at", Micros.floor(release.at()))
                        .bind("person", person)
                        .bind("key", Keys.of(release.noticeId()))
                        .add();
            }
        }
        notices.execute();
        deliveries.execute();
    }

    void tried(Handle handle, Delivery delivery) {
        handle.createUpdate("""
                        UPDATE delivery SET state = :state, attempts = :attempts, next_try = :next, fate = :fate,
                        ready = GREATEST(CAST(:earliest AS BIGINT), (SELECT n.release_at FROM notice n
                            WHERE n.person = delivery.person AND n.notice_key = delivery.notice_key))
                        WHERE person = :person AND notice_key = :key AND channel = :channel""")
                .bind("state", delivery.state().name())
                .bind("attempts", delivery.attempts())
                .bind("next", Micros.of(delivery.next()))
                .bind("fate", delivery.fate())
                .bind("earliest", delivery.next() == null ? Long.MIN_VALUE : Micros.floor(delivery.next()))
                .bind("person", delivery.notice().person())
                .bind("key", Keys.of(delivery.notice().id()))
                .bind("channel", delivery.channel())
                .execute();
    }

    List<Delivery> due(Handle handle, String person, Instant now, int max) {
        return handle.createQuery(SELECT + """
                                WHERE d.person = :person AND d.state = 'WAITING' AND d.ready <= :now
                                ORDER BY d.person, d.state, d.ready, d.seq FETCH FIRST :max ROWS ONLY""")
                .bind("person", person)
                .bind("now", Micros.floor(now))
                .bind("max", max)
                .map((columns, context) -> read(person, new Row(columns)))
                .list();
    }

    List<Delivery> newest(Handle handle, String person, int max) {
        return handle.createQuery(SELECT + """
                                WHERE d.person = :person
                                ORDER BY d.person DESC, d.seq DESC FETCH FIRST :max ROWS ONLY""")
                .bind("person", person)
                .bind("max", max)
                .map((columns, context) -> read(person, new Row(columns)))
                .list();
    }

    long backlog(Handle handle, String person) {
        return handle.createQuery(
                        "SELECT COUNT(*) FROM delivery WHERE person = :person AND state IN ('WAITING', 'APPROVAL')")
                .bind("person", person)
                .mapTo(Long.class)
                .one();
    }

    private static Delivery read(String person, Row row) throws SQLException {
        Notice notice = new Notice(
                row.text("id"),
                person,
                row.number("watch"),
                row.text("cause"),
                row.strings("because"),
                row.number("action_no"),
                row.text("act"),
                row.text("say"),
                row.text("detail"),
                row.flag("urgent"),
                row.moment("fired"),
                row.moment("release_at"),
                row.flag("approval"));
        return new Delivery(
                notice,
                row.text("channel"),
                Delivery.State.valueOf(row.text("state")),
                row.number("attempts"),
                row.moment("next_try"),
                row.text("fate"));
    }
}
