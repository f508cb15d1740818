package dev.vigil.notify;

import dev.vigil.core.run.Notice;
import java.time.Instant;
import java.util.List;

/** Notices for the channels' tests. */
public final class Notices {
    public static final Instant SIX = Instant.parse("2026-11-21T18:00:00Z");

    private Notices() {}

    public static Notice saying(String say) {
        return notice("n-1", "notify", say, "", false);
    }

    public static Notice urgent(String say) {
        return notice("n-1", "notify", say, "", true);
    }

    public static Notice notice(String id, String act, String say, String detail, boolean urgent) {
        return new Notice(
                id,
                "ann",
                3,
                "mail:1@shop.example",
                List.of("mail:1@shop.example"),
                0,
                act,
                say,
                detail,
                urgent,
                SIX,
                SIX,
                false);
    }
}
