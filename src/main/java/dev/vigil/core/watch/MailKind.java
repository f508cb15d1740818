package dev.vigil.core.watch;

/** What a mail is about, as the contract names it. */
public enum MailKind {
    BACK_IN_STOCK,
    PRICE_DROP,
    ORDER_CONFIRMED,
    SHIPPED,
    OUT_FOR_DELIVERY,
    DELIVERED,
    DELAYED,
    INVOICE,
    PAYMENT_DUE,
    RECEIPT,
    REFUND,
    APPOINTMENT,
    BOOKING,
    CANCELLED,
    REPLY,
    QUESTION,
    PROMISE,
    SECURITY_ALERT,
    NEWSLETTER,
    AUTOMATIC
}
