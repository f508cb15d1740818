package dev.vigil.schedule;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.quartz.utils.ConnectionProvider;

/** Lends Quartz connections of the store's pool. */
final class Connections implements ConnectionProvider {
    private final DataSource source;

    Connections(DataSource source) {
        this.source = source;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return source.getConnection();
    }

    /** The pool is the store's to close. */
    @Override
    public void shutdown() {}

    @Override
    public void initialize() {}
}
