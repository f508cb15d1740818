/**
 * Bytes to parts, headers and text. Angus Mail reads dates, addresses, parameters and transfer encodings; the tree of
 * parts is cut here, because what comes from outside needs bounds on the number of parts, headers and levels before
 * any of them is built, and because wrong boundaries must still yield their parts.
 */
package dev.vigil.connectors.mail.mime;
