/** The start: settings, files, the process that owns the database, and the wiring of all rooms by constructor. */
package dev.vigil.app;
