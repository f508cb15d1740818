package dev.vigil.connectors.mail.declared;

import dev.vigil.core.watch.MailKind;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Order, ParcelDelivery and Invoice of schema.org. */
final class Orders {
    private static final Pattern TROUBLE = Pattern.compile(
            "\\b(?:not|un|non)[ -]?deliver|undeliver|fail|attempt|exception|delay|verzögert|verspätet|retard|retras");
    private static final Pattern OUT =
            Pattern.compile("out[ _-]?for[ _-]?delivery|in zustellung|en cours de livraison|en reparto");
    private static final Pattern THERE = Pattern.compile("delivered|zugestellt|geliefert|livré|entregado");

    private final Notes notes;

    Orders(Notes notes) {
        this.notes = notes;
    }

    void order(Thing order, boolean withKind) {
        String status = order.state("orderStatus");
        MailKind kind = ofOrder(status);
        if (withKind && kind != null) {
            notes.kind(kind, evidence("Order", "orderStatus", status));
        }
        notes.order(order.text("orderNumber", "confirmationNumber"));
        for (String property : List.of("acceptedOffer", "orderedItem")) {
            order.things(property).forEach(this::item);
        }
        money(order, "totalPrice", "price", "total");
        notes.date("due", order.text("paymentDueDate", "paymentDue"), "");
        order.things("orderDelivery").forEach(delivery -> delivery(delivery, false));
        order.things("partOfInvoice").forEach(invoice -> money(invoice, "totalPaymentDue"));
    }

    private static MailKind ofOrder(String status) {
        return switch (status) {
            case "ordercancelled", "ordercanceled" -> MailKind.CANCELLED;
            case "orderreturned" -> null;
            case "orderintransit" -> MailKind.SHIPPED;
            case "orderdelivered" -> MailKind.DELIVERED;
            case "orderproblem" -> MailKind.DELAYED;
            default -> MailKind.ORDER_CONFIRMED;
        };
    }

    private void item(Thing offer) {
        List<Thing> products = offer.things(offer.all("itemOffered").isEmpty() ? "orderedItem" : "itemOffered");
        notes.item(products.isEmpty() ? offer.text("itemOffered", "orderedItem", "name") : "");
        products.forEach(product -> notes.item(product.text("name")));
    }

    void delivery(Thing delivery, boolean withKind) {
        if (withKind) {
            kindOf(delivery);
        }
        notes.tracking(delivery.text("trackingNumber"));
        String from = delivery.text("expectedArrivalFrom", "expectedArrivalUntil");
        notes.date("delivery", from, delivery.text("expectedArrivalUntil"));
        delivery.things("itemShipped").forEach(item -> notes.item(item.text("name")));
        delivery.things("partOfOrder").forEach(order -> order(order, false));
    }

    private void kindOf(Thing delivery) {
        String status = delivery.name("deliveryStatus").toLowerCase(Locale.ROOT);
        String name = status.isEmpty() ? "" : status.substring(status.lastIndexOf('/') + 1);
        if (!name.isEmpty()) {
            notes.kind(ofDelivery(name), evidence("ParcelDelivery", "deliveryStatus", name));
            return;
        }
        for (Thing order : delivery.things("partOfOrder")) {
            String orderStatus = order.state("orderStatus");
            MailKind kind = ofOrder(orderStatus);
            if (!orderStatus.isEmpty() && kind != null) {
                notes.kind(kind, evidence("ParcelDelivery", "partOfOrder.orderStatus", orderStatus));
                return;
            }
        }
        for (String sign :
                List.of("hasDeliveryMethod", "expectedArrivalUntil", "expectedArrivalFrom", "trackingNumber")) {
            if (!delivery.all(sign).isEmpty()) {
                notes.kind(MailKind.SHIPPED, evidence("ParcelDelivery", sign, delivery.name(sign)));
                return;
            }
        }
    }

    private static MailKind ofDelivery(String status) {
        if (TROUBLE.matcher(status).find()) {
            return MailKind.DELAYED;
        }
        if (OUT.matcher(status).find() || status.equals("outfordelivery")) {
            return MailKind.OUT_FOR_DELIVERY;
        }
        return THERE.matcher(status).find() ? MailKind.DELIVERED : MailKind.SHIPPED;
    }

    void invoice(Thing invoice) {
        String status = invoice.state("paymentStatus");
        notes.kind(MailKind.INVOICE, evidence("Invoice", "paymentStatus", status));
        if (status.equals("paymentdue") || status.equals("paymentpastdue")) {
            notes.kind(MailKind.PAYMENT_DUE, evidence("Invoice", "paymentStatus", status));
        }
        notes.date("due", invoice.text("paymentDueDate", "paymentDue"), "");
        money(invoice, "totalPaymentDue", "minimumPaymentDue", "total");
        notes.order(invoice.text("confirmationNumber", "identifier"));
        notes.item(invoice.text("description"));
        invoice.things("referencesOrder").forEach(order -> order(order, false));
    }

    /** A total may be plain text, a MonetaryAmount (value, currency) or a PriceSpecification (price, priceCurrency). */
    private void money(Thing thing, String... names) {
        money(notes, thing, names);
    }

    static void money(Notes notes, Thing thing, String... names) {
        for (String name : names) {
            notes.amount(thing.text(name), thing.text("priceCurrency", "currency"));
            thing.things(name)
                    .forEach(sum -> notes.amount(sum.text("value", "price"), sum.text("currency", "priceCurrency")));
        }
    }

    static String evidence(String type, String property, String value) {
        String shown = value.substring(0, Math.min(value.length(), 80)).replaceAll("\\s+", " ");
        return "schema.org " + type + (shown.isEmpty() ? "" : " " + property + " " + shown);
    }
}
