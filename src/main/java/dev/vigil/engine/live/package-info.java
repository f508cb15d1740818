/** The long-lived process: sources are looked at, what they bring is judged and stored, notices leave. */
package dev.vigil.engine.live;
