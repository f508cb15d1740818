package dev.vigil.language;

import dev.vigil.core.watch.Comparison;
import dev.vigil.core.watch.MailKind;
import dev.vigil.core.watch.Trigger;
import java.util.ArrayList;
import java.util.List;

/** A mail trigger in words, as a clause ("a mail from *X* says that …") or a noun ("mails from *X* that say …"). */
final class MailWords {
    /** How many are spoken of. */
    enum Number {
        A,
        NO,
        /** After a number word: "mail" after one, "mails" after others. */
        ONE_COUNTED,
        COUNTED
    }

    /**
     * One kind's words.
     *
     * @param noun without article
     * @param about what joins {@code about} to the noun; null when the verb takes it
     * @param verb "says", "confirms", "arrives"; regular but for its s
     * @param plain what follows the verb without {@code about}
     * @param with what follows the verb with {@code about}, in the place of %s, with {is} and {has} in its number
     */
    private record Form(String noun, String about, String verb, String plain, String with) {}

    private MailWords() {}

    /** "a mail from *X* says that *Y* is back in stock". */
    static String clause(Trigger.Mail mail, Number number) {
        Form form = form(mail.kind());
        String predicate = predicate(mail, form, number);
        List<String> features = features(mail);
        String rest =
                features.isEmpty() ? "" : (form.verb().equals("arrives") ? "" : ",") + " with " + Texts.and(features);
        return noun(mail, form, number) + " " + predicate + rest + except(mail);
    }

    /** "a mail from *X* that says that *Y* is back in stock", "an invoice from *X*". */
    static String noun(Trigger.Mail mail, Number number) {
        Form form = form(mail.kind());
        List<String> features = features(mail);
        String rest = features.isEmpty() ? "" : " with " + Texts.and(features);
        String that = form.verb().equals("arrives") ? "" : " that " + predicate(mail, form, number);
        return noun(mail, form, number) + rest + that + except(mail);
    }

    private static Form form(MailKind kind) {
        if (kind == null) {
            return thing("mail", " about ");
        }
        return switch (kind) {
            case BACK_IN_STOCK -> says("that something is back in stock", "that %s {is} back in stock");
            case PRICE_DROP -> says("that a price has dropped", "that the price of %s has dropped");
            case ORDER_CONFIRMED -> verb("confirms", "an order", "an order of %s");
            case SHIPPED -> says("that a parcel has been shipped", "that %s {has} been shipped");
            case OUT_FOR_DELIVERY -> says("that a parcel is out for delivery", "that %s {is} out for delivery");
            case DELIVERED -> says("that a parcel has been delivered", "that %s {has} been delivered");
            case DELAYED -> says("that something is delayed", "that %s {is} delayed");
            case INVOICE -> thing("invoice", " for ");
            case PAYMENT_DUE -> says("that a payment is due", "that a payment for %s is due");
            case RECEIPT -> thing("receipt", " for ");
            case REFUND -> verb("announces", "a refund", "a refund for %s");
            case APPOINTMENT -> verb("confirms", "an appointment", "an appointment about %s");
            case BOOKING -> verb("confirms", "a booking", "a booking of %s");
            case CANCELLED -> says("that something is cancelled", "that %s {is} cancelled");
            case REPLY -> thing("reply", " about ");
            case QUESTION -> verb("asks", "you for something", "you for something about %s");
            case PROMISE -> new Form("mail of yours", null, "promises", "something", "something about %s");
            case SECURITY_ALERT -> thing("security alert", " about ");
            case NEWSLETTER -> thing("newsletter", " about ");
            case AUTOMATIC -> thing("automatic answer", " about ");
        };
    }

    private static Form says(String plain, String with) {
        return verb("says", plain, with);
    }

    private static Form verb(String verb, String plain, String with) {
        return new Form("mail", null, verb, plain, with);
    }

    private static Form thing(String noun, String about) {
        return new Form(noun, about, "arrives", "", "");
    }

    private static String noun(Trigger.Mail mail, Form form, Number number) {
        StringBuilder words = new StringBuilder(
                switch (number) {
                    case A -> Texts.article(form.noun()) + " " + form.noun();
                    case NO -> "no " + form.noun();
                    case ONE_COUNTED -> form.noun();
                    case COUNTED -> plural(form.noun());
                });
        if (mail.from() != null) {
            words.append(" from ").append(Texts.quote(mail.from()));
        }
        if (mail.to() != null) {
            words.append(" to ").append(Texts.quote(mail.to()));
        }
        if (form.about() != null && mail.about() != null) {
            words.append(form.about()).append(Texts.quote(mail.about()));
        }
        return words.toString();
    }

    private static String plural(String noun) {
        if (noun.startsWith("mail of")) {
            return noun.replace("mail of", "mails of");
        }
        return noun.equals("reply") ? "replies" : noun + "s";
    }

    private static String predicate(Trigger.Mail mail, Form form, Number number) {
        String verb =
                number == Number.COUNTED ? form.verb().substring(0, form.verb().length() - 1) : form.verb();
        if (form.about() != null) {
            return verb;
        }
        return verb + " " + (mail.about() == null ? form.plain() : with(form.with(), mail.about()));
    }

    private static String with(String words, String about) {
        boolean plural = Texts.plural(about);
        return words.replace("{is}", plural ? "are" : "is")
                .replace("{has}", plural ? "have" : "has")
                .replace("%s", Texts.quote(about));
    }

    private static List<String> features(Trigger.Mail mail) {
        List<String> features = new ArrayList<>();
        if (mail.subject() != null) {
            features.add(Texts.quote(mail.subject()) + " in its subject");
        }
        if (mail.attachment()) {
            features.add("an attachment");
        }
        if (mail.amount() != null) {
            String what = mail.kind() == MailKind.PRICE_DROP ? "a new price of " : "a total of ";
            features.add(what + amount(mail.amount()));
        }
        return features;
    }

    private static String except(Trigger.Mail mail) {
        return mail.except() == null ? "" : ", but without " + Texts.quote(mail.except()) + " in it";
    }

    private static String amount(Trigger.Amount amount) {
        String number = Texts.money(amount.value());
        String money = amount.currency() == null
                ? number + " in any currency"
                : switch (amount.currency()) {
                    case "GBP" -> "£" + number;
                    case "EUR" -> "€" + number;
                    default -> number + " " + amount.currency();
                };
        return comparison(amount.is()) + " " + money;
    }

    static String comparison(Comparison is) {
        return switch (is) {
            case ABOVE -> "more than";
            case BELOW -> "less than";
            case AT_LEAST -> "at least";
            case AT_MOST -> "at most";
        };
    }
}
