/**
 * The watch contract as types: what a person asked Vigil to keep watch for.
 *
 * <p>Wire names are the lower-case names of the enum constants; the JSON form is {@code dev.vigil.contract}'s affair.
 * Times are wall-clock times in the person's zone, durations keep calendar days and elapsed time apart.
 */
package dev.vigil.core.watch;
