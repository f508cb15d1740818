/** Whether a mail's sender is who the mail says, by the receiving server's own check (RFC 8601, RFC 7489). */
package dev.vigil.connectors.mail.trust;
