package dev.vigil.store;

import dev.vigil.core.Trouble;
import java.sql.SQLException;
import java.util.Set;

/** What a database's error means to the person, and what they can do about it. */
final class DatabaseTrouble {
    private static final Set<String> COLLISIONS = Set.of("40001", "40P01", "23505", "HYT00", "90131");
    private static final int H2_ALREADY_OPEN = 90020;
    private static final int H2_OTHER_VERSION = 90048;
    private static final int H2_DAMAGED = 90030;

    private DatabaseTrouble() {}

    /** Whether another transaction was in the way, so that trying again can help. */
    static boolean isCollision(Throwable error) {
        SQLException sql = sqlIn(error);
        return sql != null && COLLISIONS.contains(String.valueOf(sql.getSQLState()));
    }

    /** @param where the JDBC URL without its parameters */
    static Trouble opening(String where, Throwable error) {
        SQLException sql = sqlIn(error);
        if (sql == null) {
            return new Trouble("The database " + where + " cannot be opened; the log says why.", error);
        }
        String state = String.valueOf(sql.getSQLState());
        String sentence = switch (sql.getErrorCode()) {
            case H2_ALREADY_OPEN ->
                "Another Vigil is using " + where + "; stop that one first, or set VIGIL_HOME to another folder.";
            case H2_OTHER_VERSION ->
                "The database " + where
                        + " was written by another version of H2; open it with the Vigil that wrote it.";
            case H2_DAMAGED -> "The database " + where + " is damaged; move it away and put a backup in its place.";
            default -> {
                if (state.startsWith("08") || state.startsWith("57P")) {
                    yield "The database " + where
                            + " does not answer; start it, or correct the host and port in its URL.";
                }
                if (state.startsWith("28")) {
                    yield "The database " + where + " refuses the user or password; correct them in the settings.";
                }
                if (state.equals("3D000")) {
                    yield "There is no database at " + where + "; create it, or correct the name in its URL.";
                }
                yield "The database " + where + " cannot be opened; see that its folder can be written and has room.";
            }
        };
        return new Trouble(sentence, error);
    }

    static Trouble running(Throwable error) {
        SQLException sql = sqlIn(error);
        String state = sql == null ? "" : String.valueOf(sql.getSQLState());
        if (state.startsWith("22")) {
            return new Trouble(
                    "Something was too long or too odd for the database and was not stored; the log says what.", error);
        }
        if (state.equals("53100")) {
            return new Trouble("The disk of the database is full; make room, then try again.", error);
        }
        return new Trouble(
                "The database cannot be reached or used; see that it runs and has room, then try again.", error);
    }

    private static SQLException sqlIn(Throwable error) {
        SQLException found = null;
        // The innermost: pools and wrappers put their own around it.
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && (found == null || sql.getSQLState() != null)) {
                found = sql;
            }
        }
        return found;
    }
}
