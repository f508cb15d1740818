package dev.vigil.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.type.TypeReference;

/** One row of a result, read in the store's own types. */
record Row(ResultSet columns) {
    private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};

    String text(String column) throws SQLException {
        return StoredText.decode(columns.getString(column));
    }

    int number(String column) throws SQLException {
        return columns.getInt(column);
    }

    long big(String column) throws SQLException {
        return columns.getLong(column);
    }

    boolean flag(String column) throws SQLException {
        return columns.getBoolean(column);
    }

    /** @return null for null */
    Instant moment(String column) throws SQLException {
        long micros = columns.getLong(column);
        return columns.wasNull() ? null : Micros.toInstant(micros);
    }

    List<String> strings(String column) throws SQLException {
        return Json.MAPPER.readValue(text(column), STRINGS);
    }
}
