package dev.vigil.engine.acts;

import dev.vigil.core.Trouble;
import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.run.SourceRow.Refused;
import dev.vigil.core.watch.Proposal;
import dev.vigil.engine.Proposals;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Arms proposals: the good ones are armed, each bad one is refused with where and why. */
public final class Arm {
    private final Account account;
    private final Proposals proposals;

    public Arm(Account account, Proposals proposals) {
        this.account = account;
        this.proposals = proposals;
    }

    /**
     * @param text one proposal, or one a line
     * @param name of the text, for {@link Refused#where}
     */
    public void all(String text, String name, Consumer<ArmedWatch> armed, Consumer<Refused> refused) {
        List<ProposalText.Piece> pieces = ProposalText.pieces(text);
        if (pieces.isEmpty()) {
            refused.accept(new Refused(name, "it is empty: expected one proposal, or one a line"));
        }
        for (ProposalText.Piece piece : pieces) {
            String where = name + ":" + piece.line();
            try {
                one(proposals.read(piece.json()), where, armed, refused);
            } catch (Trouble trouble) {
                refused.accept(new Refused(where, trouble.getMessage()));
            }
        }
    }

    private void one(Proposal proposal, String where, Consumer<ArmedWatch> armed, Consumer<Refused> refused) {
        if (proposal instanceof Proposal.Several several) {
            for (int i = 0; i < several.of().size(); i++) {
                String place = where + ", of[" + i + "]";
                try {
                    one(several.of().get(i), place, armed, refused);
                } catch (Trouble trouble) {
                    refused.accept(new Refused(place, trouble.getMessage()));
                }
            }
        } else if (proposal instanceof Proposal.Armable armable) {
            armed.accept(arm(armable));
        } else {
            refused.accept(new Refused(where, whyNot(proposal)));
        }
    }

    private ArmedWatch arm(Proposal.Armable armable) {
        var now = account.now();
        ArmedWatch unnumbered = new ArmedWatch(
                account.person(),
                0,
                "",
                proposals.write(armable),
                armable.watch(),
                now,
                account.zone(),
                ArmedWatch.State.ARMED,
                null,
                Set.of(),
                null);
        ArmedWatch numbered = account.journal().arm(unnumbered, now);
        account.heed().changed(numbered.number());
        return numbered;
    }

    private static String whyNot(Proposal proposal) {
        if (proposal instanceof Proposal.Question question) {
            return "it is a question (" + question.ask() + "): it can be armed once that is said";
        }
        if (proposal instanceof Proposal.Unsupported unsupported) {
            return "it is unsupported: nothing installed can see or do what it needs (" + unsupported.missing() + ")";
        }
        if (proposal instanceof Proposal.Query) {
            return "it is a query, which asks something now: there is nothing to keep watch for";
        }
        if (proposal instanceof Proposal.Change) {
            return "it is a change of what exists: use pause, resume, snooze or remove";
        }
        if (proposal instanceof Proposal.Act) {
            return "it is an act to be done once now: there is nothing to keep watch for";
        }
        return "it holds no goal: there is nothing to keep watch for";
    }
}
