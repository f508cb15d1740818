package dev.vigil.core.fact;

/**
 * A mail address.
 *
 * @param name the display name, decoded; empty when there is none
 * @param email lower-case; empty for an unparsable one
 */
public record Address(String name, String email) {
    /** The part after the last {@code @}, or empty. */
    public String domain() {
        return email.substring(email.lastIndexOf('@') + 1);
    }

    @Override
    public String toString() {
        return name.isEmpty() ? email : name + " <" + email + ">";
    }
}
