/** The words that all rooms share: watches, facts, verdicts and the ports between rooms. It imports the JDK only. */
package dev.vigil.core;
