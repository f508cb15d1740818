/**
 * Calendars as iCalendar files (RFC 5545), and the times at which their events take place.
 *
 * <p>vinnie reads the content lines, lib-recur counts the recurrences; what lines mean, and what is done with those that
 * mean nothing, is decided here, so that one bad event never costs the others. Nothing in here opens a connection, and no
 * URI or attachment of a calendar is ever followed.
 */
package dev.vigil.connectors.calendar;
