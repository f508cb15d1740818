package dev.vigil.core.fact;

/**
 * A part of a mail that a person would call an attachment; inline pictures are none.
 *
 * @param type the media type, lower-case
 * @param size in bytes after decoding
 */
public record Attachment(String name, String type, long size) {}
