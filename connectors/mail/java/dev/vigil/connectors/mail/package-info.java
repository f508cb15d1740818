/**
 * The mail connector: folders of messages, mbox files, Maildirs and IMAP accounts, read without changing anything, as
 * {@link dev.vigil.core.fact.Mail} facts.
 */
package dev.vigil.connectors.mail;
