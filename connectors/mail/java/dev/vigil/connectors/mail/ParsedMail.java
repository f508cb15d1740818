package dev.vigil.connectors.mail;

import dev.vigil.core.fact.Mail;
import java.util.List;

/**
 * A mail and what of it was not read.
 *
 * @param leftOut one clause each: what went beyond the bounds or could not be read; usually empty
 */
public record ParsedMail(Mail mail, List<String> leftOut) {
    public ParsedMail {
        leftOut = List.copyOf(leftOut);
    }
}
