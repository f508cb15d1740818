/** What exists while Vigil runs: armed watches, wake-ups, verdicts, notices. */
package dev.vigil.core.run;
