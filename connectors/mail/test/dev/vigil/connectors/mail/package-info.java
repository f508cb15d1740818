/** Tests of the mail connector; {@code samples/} beside it is written to be read. */
package dev.vigil.connectors.mail;
