/**
 * Words: watches said back in plain English, notices worded from what matched, and texts matched against a watch's own
 * words. What is said back is rendered from the watch alone, so that it says what will happen and nothing else.
 */
package dev.vigil.language;
