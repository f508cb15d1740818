package dev.vigil.rules;

import dev.vigil.core.fact.Address;
import dev.vigil.core.fact.Mail;
import dev.vigil.core.fact.Reading;
import dev.vigil.core.fact.Senders;
import dev.vigil.core.port.Matcher;
import dev.vigil.core.run.Meeting;
import dev.vigil.core.watch.MailKind;
import dev.vigil.core.watch.Trigger;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** One ask held against one mail; only what the ask names is checked. */
final class MailHearing extends Hearing {
    private static final Set<MailKind> NEEDS_NO_SENDER = Set.of(MailKind.NEWSLETTER, MailKind.AUTOMATIC);

    private final MailAsk ask;
    private final MailTold told;
    private final Matcher matcher;

    MailHearing(MailAsk ask, MailTold told, Matcher matcher) {
        this.ask = ask;
        this.told = told;
        this.matcher = matcher;
    }

    /** Every field that the ask has. */
    static Meeting hear(MailAsk ask, MailTold told, Matcher matcher) {
        MailHearing hearing = new MailHearing(ask, told, matcher);
        Trigger.Mail asked = ask.getTrigger();
        if (asked.kind() != null) {
            hearing.kind();
        }
        if (ask.getAbout() != null) {
            hearing.about();
        }
        if (ask.getSubject() != null) {
            hearing.subject();
        }
        if (ask.getExcept() != null) {
            hearing.except();
        }
        if (asked.from() != null) {
            hearing.from();
        }
        if (hearing.needsSender()) {
            hearing.sender();
        }
        if (asked.to() != null) {
            hearing.to();
        }
        if (asked.attachment()) {
            hearing.attachment();
        }
        if (asked.amount() != null) {
            hearing.amount();
        }
        return hearing.meeting();
    }

    @Override
    Ask ask() {
        return ask;
    }

    @Override
    String cause() {
        return mail().cause();
    }

    private Mail mail() {
        return told.getSeen().mail();
    }

    /** Whether the ask leans on the sender being who the mail says. */
    private boolean needsSender() {
        Trigger.Mail asked = ask.getTrigger();
        return !told.isMine()
                && (asked.from() != null || asked.kind() != null && !NEEDS_NO_SENDER.contains(asked.kind()));
    }

    private void kind() {
        MailKind kind = ask.getTrigger().kind();
        String evidence = told.getSeen().kinds().get(kind);
        find("kind", evidence != null, evidence != null ? evidence : "it is no " + words(kind));
    }

    /** A reply is about what was asked in its conversation; any other mail is about what itself says. */
    private void about() {
        boolean conversation = ask.isSent() || ask.getTrigger().kind() == MailKind.REPLY;
        about("about", ask.getAbout(), conversation ? told.getWhole() : told.getText());
    }

    private void subject() {
        about("subject", ask.getSubject(), told.getSubject());
    }

    private void about(String field, Matcher.Phrase phrase, Matcher.Digest digest) {
        Matcher.Match match = matcher.match(phrase, digest);
        find(
                field,
                match.holds(),
                match.holds() ? "“" + match.found() + "”" : "it does not speak of “" + phrase.text() + "”");
    }

    private void except() {
        Matcher.Match match = matcher.match(ask.getExcept(), told.getText());
        find("except", !match.holds(), match.holds() ? "it has “" + match.found() + "”" : "not in it");
    }

    private void from() {
        String wanted = ask.getTrigger().from();
        Address from = mail().from();
        if (!Senders.names(wanted, from)) {
            find("from", false, "it is from " + from);
            return;
        }
        Set<String> known = told.getWorld().domains(wanted);
        boolean usual = known.isEmpty() || known.contains(Senders.organisation(from.domain()));
        find(
                "from",
                usual,
                usual ? from.toString() : from + ", but " + wanted + " has written from " + String.join(", ", known));
    }

    private void sender() {
        String doubt = told.getSeen().doubt();
        find("sender", doubt == null, doubt == null ? "nothing speaks against it" : doubt);
    }

    private void to() {
        String wanted = ask.getTrigger().to();
        boolean there = Stream.of(mail().to(), mail().cc())
                .flatMap(List::stream)
                .anyMatch(address -> Senders.names(wanted, address));
        find("to", there, there ? wanted : "it is to " + mail().to());
    }

    private void attachment() {
        boolean there = !mail().attachments().isEmpty();
        find("attachment", there, there ? mail().attachments().get(0).name() : "it has none");
    }

    private void amount() {
        Trigger.Amount wanted = ask.getTrigger().amount();
        Reading.Money money = money(mail().reading());
        if (money == null) {
            find("amount", false, "it names no amount");
            return;
        }
        boolean currency = wanted.currency() == null || wanted.currency().equals(money.currency());
        find(
                "amount",
                currency && wanted.is().holds(money.value(), wanted.value()),
                String.format(Locale.ROOT, "%.2f %s", money.value(), money.currency()));
    }

    private static Reading.Money money(Reading reading) {
        if (reading.amount() != null) {
            return reading.amount();
        }
        Reading.Price price = reading.price();
        return price == null || price.now() == null ? null : new Reading.Money(price.now(), price.currency());
    }

    private static String words(MailKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
