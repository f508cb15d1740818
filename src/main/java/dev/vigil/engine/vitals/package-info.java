/**
 * Health samples in, states and answers out: which readings count, what a total or a night amounts to, when a watched
 * state becomes true, and what a person would be told of it.
 *
 * <p>It is pure: no clock, no input or output, one thread. Time moves only by the samples that are added and by
 * {@link dev.vigil.engine.vitals.Vitals#advance}. Inside, moments are nanoseconds since 1970 in a {@code long}, so that
 * two months of readings fit packed arrays and still name their samples exactly.
 *
 * <p>Where the contract leaves room, this was decided; each has its case under {@code src/test/resources/vitals}:
 *
 * <ul>
 *   <li>Readings: with {@code for}, a run counts from the end of its first reading. {@code for} in whole days also holds
 *       for readings that come a few times a day at most on so many dates running, of each of which all readings meet
 *       it. Asked of a moment, readings that come all day stand for a quarter of an hour (with {@code for}: as long as a
 *       gap may be), others for 28 days.
 *   <li>{@code elevated} and {@code low} compare with minute means, looked at anew each hour; for totals with the days
 *       (weeks, months) before that have samples, for sleep with the nights before. Three are needed.
 *   <li>{@code over} with readings is the average of the calendar period, decided when it is over; {@code rises} and
 *       {@code falls} compare with the reading that stood a day, week or month ago, totals with the period before.
 *   <li>Totals: overlapping samples of one named device add up, of several (or unnamed) ones the larger counts, slice by
 *       slice. After the first sample ever a day without any is a day of nothing. Every day, week, month and night is
 *       told anew; so many of them running are told once.
 *   <li>A night is final with a record that is all of it (three hours or more, ending after four in the morning), else 90
 *       minutes after waking, else at noon. {@code over} with sleep is the average of the last 7 or 30 nights.
 *   <li>What comes late by up to two days still begins states, once, at the moment when it would have; later than that it
 *       only counts.
 * </ul>
 */
package dev.vigil.engine.vitals;
