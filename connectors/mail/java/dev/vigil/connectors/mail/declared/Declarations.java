package dev.vigil.connectors.mail.declared;

import dev.vigil.core.fact.Reading;
import dev.vigil.core.watch.MailKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jsoup.nodes.Document;

/** Makes a {@link Reading} of what a mail declares by itself. */
public final class Declarations {
    private static final int MAX_THINGS = 300;

    private final Notes notes = new Notes();

    /** schema.org items of an HTML part; only for a sender who did not fail the receiving server's check. */
    public void html(Document document) {
        Deque<Thing> waiting = new ArrayDeque<>(JsonLd.read(document));
        waiting.addAll(Microdata.read(document));
        for (int i = 0; i < MAX_THINGS && !waiting.isEmpty(); i++) {
            Thing thing = waiting.poll();
            take(thing);
            if (thing.is("EmailMessage") || thing.is("Message")) {
                List.of("about", "mainEntity").forEach(property -> waiting.addAll(thing.things(property)));
            }
        }
    }

    private void take(Thing thing) {
        Orders orders = new Orders(notes);
        if (thing.is("Order")) {
            orders.order(thing, true);
        } else if (thing.is("ParcelDelivery")) {
            orders.delivery(thing, true);
        } else if (thing.is("Invoice")) {
            orders.invoice(thing);
        } else if (Reservations.isOne(thing)) {
            new Reservations(notes).reservation(thing);
        }
    }

    /** A calendar part that calls an event off (RFC 6047). */
    public void cancelledInvitation() {
        notes.kind(MailKind.CANCELLED, "text/calendar METHOD:CANCEL");
    }

    /** Headers come last: mail about the person's own order is no newsletter, whatever it offers to unsubscribe from. */
    public Reading with(Manners manners) {
        if (manners.bulk() != null && !manners.discussion() && !manners.answersByItself() && !notes.hasKinds()) {
            notes.kind(MailKind.NEWSLETTER, manners.bulk());
        }
        if (manners.answersByItself()) {
            notes.kind(MailKind.AUTOMATIC, manners.automatic());
        }
        return notes.reading();
    }
}
