/** What Vigil does with watches and facts, as interfaces that the doors call; each act has a class of its own. */
package dev.vigil.engine;
