/**
 * From a text or HTML part to the text that a reader of the mail sees and that its sender wrote now: lines first, each
 * with what is known about its being a quotation, then the cut.
 */
package dev.vigil.connectors.mail.text;
