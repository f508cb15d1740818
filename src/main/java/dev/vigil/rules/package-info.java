/**
 * Drools: what the armed watches ask, held against mail, events and health states, and their conditions weighed.
 *
 * <p>Watches are facts and the rules in {@code rules/*.drl} are few and fixed. The classes here are the facts that the
 * rules speak of and the questions that they put to the surroundings. A session belongs to one thread.
 */
package dev.vigil.rules;
