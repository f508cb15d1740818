/**
 * Brings notices from the outbox to the channels: at least once on the wire, always with the same id, each channel on
 * its own.
 */
package dev.vigil.engine.deliver;
