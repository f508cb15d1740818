/**
 * The store: one database, H2 in a file or PostgreSQL by its JDBC URL, behind {@link dev.vigil.core.port.Journal}.
 *
 * <p>Each table has a class of its own that reads and writes its rows; {@link dev.vigil.store.JdbiJournal} puts them
 * into transactions. A writer first locks the person's row, so that a person's commits stand in one order; the tables'
 * unique constraints hold even against a writer that does not.
 */
package dev.vigil.store;
