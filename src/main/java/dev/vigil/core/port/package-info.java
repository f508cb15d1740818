/** What the engine needs from the other rooms, and what they offer. */
package dev.vigil.core.port;
