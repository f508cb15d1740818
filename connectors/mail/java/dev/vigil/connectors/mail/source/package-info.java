/**
 * Where mail comes from: files (folders, mbox, Maildir) and IMAP. Nothing here changes what it reads, and a cursor lets
 * each look start where the last one ended.
 */
package dev.vigil.connectors.mail.source;
