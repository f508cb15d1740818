/** The same engine on a simulated clock: replays of folders, backtests over what is stored. */
package dev.vigil.engine.replay;
