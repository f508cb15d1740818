/**
 * Reads files of health data: Apple Health exports, FHIR Observations and a plain CSV, told apart by their content.
 *
 * <p>{@link dev.vigil.connectors.health.HealthConnector} is the entrance. Everything here is untrusted input: readers
 * stream, lengths and depths are bounded, and a bad record is refused with its place while the rest goes on.
 */
package dev.vigil.connectors.health;
