package dev.vigil.connectors.mail;

/** The bytes are no mail, or more than is read of one. The message is one clause that says why. */
public class NotAMail extends Exception {
    private static final long serialVersionUID = 1L;

    public NotAMail(String why) {
        super(why);
    }
}
