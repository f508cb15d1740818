package dev.vigil.app;

import dev.vigil.contract.ProposalJson;
import dev.vigil.contract.RuleClock;
import dev.vigil.core.port.Echo;
import dev.vigil.core.port.Journal;
import dev.vigil.core.port.Recurrences;
import dev.vigil.core.port.Words;
import dev.vigil.core.watch.Proposal;
import dev.vigil.engine.Proposals;
import dev.vigil.engine.Seal;
import dev.vigil.language.SayBack;
import dev.vigil.schedule.QuartzEcho;
import dev.vigil.store.JdbiJournal;
import dev.vigil.store.Vault;

/** Which class stands behind which port. */
final class Adapters {
    private static final Recurrences RECURRENCES = new RuleClock();

    private Adapters() {}

    /** Opened; only for the process that owns the home. */
    static Journal journal(Home home, Config config) {
        return JdbiJournal.open(
                config.text(Key.DATABASE_URL).orElse("jdbc:h2:file:" + home.database()),
                config.text(Key.DATABASE_USER).orElse(null),
                config.secret(Key.DATABASE_PASSWORD_FILE).orElse(null),
                ProposalJson::readWatch);
    }

    /** Beside the rows, in their database. */
    static Echo echo(Journal journal, Config config) {
        return new QuartzEcho(
                ((JdbiJournal) journal).dataSource(),
                config.text(Key.DATABASE_URL).orElse("jdbc:h2:"));
    }

    static Words words() {
        return new SayBack();
    }

    static Recurrences recurrences() {
        return RECURRENCES;
    }

    static Proposals proposals() {
        return new Proposals() {
            @Override
            public Proposal read(String json) {
                return ProposalJson.read(json, RECURRENCES);
            }

            @Override
            public String write(Proposal proposal) {
                return ProposalJson.write(proposal);
            }
        };
    }

    static Seal seal(Home home) {
        Vault vault = Vault.in(home.dir());
        return new Seal() {
            @Override
            public String seal(String secret) {
                return vault.seal(secret);
            }

            @Override
            public String unseal(String sealed) {
                return vault.open(sealed);
            }
        };
    }
}
