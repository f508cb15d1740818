/** Tests of the mail sources: one contract for all of them, and what each has of its own. */
package dev.vigil.connectors.mail.source;
