package dev.vigil.core.fact;

/** Whether the sender is who the mail says, by the receiving server's own check. */
public record Authenticity(Result result, String why) {
    /** PASS: DMARC or aligned DKIM/SPF passed. FAIL: it failed, or name and domain contradict. UNKNOWN: nothing said. */
    public enum Result {
        PASS,
        FAIL,
        UNKNOWN
    }
}
