/** A journal that keeps everything in memory, for replays and backtests: same promises, no disk. */
package dev.vigil.engine.memory;
