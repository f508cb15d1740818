package dev.vigil.connectors.mail.source;

import dev.vigil.connectors.mail.MailParser;
import dev.vigil.connectors.mail.NotAMail;
import dev.vigil.connectors.mail.ParsedMail;
import dev.vigil.core.fact.Arrival;
import dev.vigil.core.port.Source.Sink;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports each message to the sink or says why not; one bad message never stops the look. */
final class Reporter {
    private static final Logger LOG = LoggerFactory.getLogger(Reporter.class);

    private final MailParser parser;
    private final Sink sink;

    Reporter(MailParser parser, Sink sink) {
        this.parser = parser;
        this.sink = sink;
    }

    /**
     * @param where the file, and the message's number in it
     * @param otherwise when it arrived, if the message does not tell
     * @return false if it is no mail at all
     */
    boolean report(String where, byte[] message, Instant otherwise, boolean sent) {
        ParsedMail parsed;
        try {
            parsed = parser.parse(message, otherwise, sent);
        } catch (NotAMail e) {
            sink.refused(where, e.getMessage());
            return false;
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn("{} cannot be read", where, e);
            sink.refused(where, "this mail cannot be read; the log tells more");
            return false;
        }
        sink.arrived(
                new Arrival("mail", parsed.mail().messageId(), parsed.mail().arrived(), parsed.mail()));
        parsed.leftOut().forEach(why -> sink.refused(where, why));
        return true;
    }

    /** Whether a file of another name holds a mail after all. */
    boolean isMail(byte[] bytes) {
        return MailParser.looksLikeMail(bytes);
    }

    void refuse(String where, String why) {
        LOG.debug("{}: {}", where, why);
        sink.refused(where, why);
    }
}
