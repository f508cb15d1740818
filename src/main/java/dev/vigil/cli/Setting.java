package dev.vigil.cli;

/**
 * One effective setting.
 *
 * @param from where the value comes from: a file with its line, an environment variable, or "default"
 * @param about one line of documentation
 */
public record Setting(String key, String value, String from, String about) {}
