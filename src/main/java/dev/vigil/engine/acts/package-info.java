/** The simple acts of a person over the store: one class an act. */
package dev.vigil.engine.acts;
