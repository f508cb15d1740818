/**
 * One person's watches at work: what arrives is judged, due moments come, notices are made.
 *
 * <p>Pure of clocks and I/O: the same code runs live and in a replay. Everything that a step changes is collected in a
 * {@link dev.vigil.core.run.Batch}; one thread at a time.
 */
package dev.vigil.engine.watchman;
