package dev.vigil.connectors.mail.text;

/** One visible line, without the marks of quotation. */
record Line(String text, Quote quote) {
    enum Quote {
        NONE,
        /** Set apart like a quotation: old text if a line above says so, else the writer's own quotation. */
        MAYBE,
        /** A mail reader marked it as old text. */
        SURE
    }

    boolean isBlank() {
        return text.isBlank();
    }

    boolean isQuoted() {
        return quote != Quote.NONE;
    }
}
