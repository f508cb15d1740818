/**
 * Health samples in, states and answers out: which readings count, what a total or a night amounts to, when a watched
 * state becomes true, and what a person would be told of it.
 *
 * <p>It is pure: no clock, no input or output, one thread. Time moves only by the samples that are added and by
 * {@link dev.vigil.engine.vitals.Vitals#advance}. Inside, moments are nanoseconds since 1970 in a {@code long}, so that
 * two months of readings fit packed arrays and still name their samples exactly.
 */
package dev.vigil.engine.vitals;
