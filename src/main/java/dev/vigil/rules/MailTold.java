package dev.vigil.rules;

import dev.vigil.core.port.Matcher;
import dev.vigil.core.port.Surroundings;
import dev.vigil.core.run.SeenMail;
import dev.vigil.core.watch.MailKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A mail that has come or was sent, read once for all watches. */
public final class MailTold {
    private final SeenMail seen;
    private final Surroundings world;
    private final Matcher.Digest text;
    private final Matcher.Digest whole;
    private final Matcher.Digest subject;

    MailTold(SeenMail seen, Surroundings world, Matcher matcher) {
        this.seen = seen;
        this.world = world;
        List<String> fields =
                new ArrayList<>(List.of(seen.mail().subject(), seen.mail().text()));
        fields.addAll(seen.mail().reading().items());
        boolean conversing = seen.mine() || seen.kinds().containsKey(MailKind.REPLY);
        Matcher.Digest own = null;
        if (!seen.context().isEmpty()) {
            own = conversing ? matcher.digest(fields.toArray(String[]::new)) : null;
            fields.add(seen.context());
        }
        this.whole = matcher.digest(fields.toArray(String[]::new));
        this.text = own != null ? own : whole;
        this.subject = matcher.digest(seen.mail().subject());
    }

    public SeenMail getSeen() {
        return seen;
    }

    public Surroundings getWorld() {
        return world;
    }

    /** Its own words together with those of the conversation that it belongs to. */
    public Matcher.Digest getWhole() {
        return whole;
    }

    /** Its own words, and what a parcel holds. */
    public Matcher.Digest getText() {
        return text;
    }

    public Matcher.Digest getSubject() {
        return subject;
    }

    public boolean isMine() {
        return seen.mine();
    }

    public Instant getAt() {
        return seen.mail().arrived();
    }
}
