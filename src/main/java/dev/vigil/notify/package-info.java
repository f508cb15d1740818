/**
 * The channels: terminal, desktop, ntfy, mail, and the commands that a person registered. What a notice says came from
 * outside: each channel takes away what its far side would obey.
 */
package dev.vigil.notify;
