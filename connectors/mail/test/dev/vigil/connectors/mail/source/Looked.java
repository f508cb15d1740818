package dev.vigil.connectors.mail.source;

import dev.vigil.core.fact.Arrival;
import dev.vigil.core.fact.Mail;
import dev.vigil.core.port.Source;
import java.util.ArrayList;
import java.util.List;

/** What one look brought. */
final class Looked implements Source.Sink {
    final List<Mail> mails = new ArrayList<>();
    final List<String> refused = new ArrayList<>();
    String cursor;

    static Looked at(Source source, String cursor) {
        Looked looked = new Looked();
        source.look(cursor, looked);
        return looked;
    }

    @Override
    public void arrived(Arrival arrival) {
        if (!arrival.connector().equals("mail")
                || !(arrival.fact() instanceof Mail mail)
                || !arrival.id().equals(mail.messageId())
                || !arrival.at().equals(mail.arrived())) {
            throw new AssertionError("not a mail's arrival: " + arrival);
        }
        mails.add(mail);
    }

    @Override
    public void refused(String where, String why) {
        refused.add(where + ": " + why);
    }

    @Override
    public void reached(String cursor) {
        this.cursor = cursor;
    }

    List<String> ids() {
        return mails.stream().map(Mail::messageId).sorted().toList();
    }
}
