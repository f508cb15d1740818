package dev.vigil.store;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** The open database: hands out transactions and turns its errors into {@link dev.vigil.core.Trouble}. */
final class Database implements AutoCloseable {
    private static final int TRIES = 5;

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final Set<String> persons = ConcurrentHashMap.newKeySet();

    Database(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool).registerArgument(new StoredTextArgument());
    }

    HikariDataSource pool() {
        return pool;
    }

    <T> T read(Function<Handle, T> work) {
        try {
            return jdbi.withHandle(work::apply);
        } catch (JdbiException e) {
            throw DatabaseTrouble.running(e);
        }
    }

    /**
     * Runs the work in one transaction that owns the person's row. When the database says that another transaction was
     * in the way, all of the work is run again, so it must not change anything outside of the database.
     */
    <T> T write(String person, PersonWork<T> work) {
        return retrying(() -> {
            ensure(person);
            return jdbi.inTransaction(handle -> work.run(handle, PersonRow.lock(handle, person)));
        });
    }

    /** As {@link #write}, for work without a result. */
    void change(String person, Consumer<Handle> work) {
        write(person, (handle, row) -> {
            work.accept(handle);
            return null;
        });
    }

    private void ensure(String person) {
        if (persons.contains(person)) {
            return;
        }
        jdbi.useTransaction(handle -> PersonRow.create(handle, person));
        persons.add(person);
    }

    private static <T> T retrying(java.util.function.Supplier<T> work) {
        for (int left = TRIES; ; left--) {
            try {
                return work.get();
            } catch (JdbiException e) {
                if (left == 1 || !DatabaseTrouble.isCollision(e)) {
                    throw DatabaseTrouble.running(e);
                }
            }
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    /** Work on one person's rows. */
    @FunctionalInterface
    interface PersonWork<T> {
        T run(Handle handle, PersonRow row);
    }
}
