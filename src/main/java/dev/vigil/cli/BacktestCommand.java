package dev.vigil.cli;

import dev.vigil.core.Trouble;
import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.watch.Proposal;
import dev.vigil.core.watch.Watch;
import dev.vigil.engine.Told;
import dev.vigil.engine.acts.ProposalText;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "backtest", description = "Tells what a watch would have told over the stored events.")
final class BacktestCommand implements Callable<Integer> {
    private static final int MOST_DAYS = 3660;
    private final Door door;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "WATCH|FILE", description = "A watch's number, or a file of proposals (- for input).")
    private String subject;

    @Option(names = "--days", defaultValue = "90", description = "How many days back; 90 unless told.")
    private int days;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    BacktestCommand(Door door) {
        this.door = door;
    }

    @Override
    public Integer call() {
        if (days < 1 || days > MOST_DAYS) {
            throw new ParameterException(spec.commandLine(), "--days is a number from 1 to " + MOST_DAYS);
        }
        if (subject.matches("\\d{1,9}")) {
            ArmedWatch watch = door.rooms().account().watch(Integer.parseInt(subject));
            tell(watch.number(), watch.watch(), watch.zone());
            return Commands.DONE;
        }
        ZoneId zone = door.rooms().account().zone();
        boolean good = true;
        for (ProposalText.Piece piece : ProposalText.pieces(door.text(subject))) {
            try {
                Proposal proposal = door.rooms().proposals().read(piece.json());
                if (!(proposal instanceof Proposal.Armable armable)) {
                    throw new Trouble("it is no watch");
                }
                tell(piece.line(), armable.watch(), zone);
            } catch (Trouble trouble) {
                good = false;
                door.complain(Door.title(subject) + ":" + piece.line() + ": " + trouble.getMessage());
            }
        }
        return good ? Commands.DONE : Commands.REFUSED;
    }

    private void tell(int number, Watch watch, ZoneId zone) {
        List<Told> all =
                door.rooms().backtests().backtest(door.rooms().account().person(), watch, zone, days);
        for (Told told : all) {
            Told numbered = new Told(told.at(), number, told.act(), told.say(), told.because());
            door.say(json ? ToldLine.json(numbered) : ToldLine.plain(numbered));
        }
        if (!json) {
            door.complain("Over the last " + days + " days watch " + number + " would have acted " + all.size()
                    + (all.size() == 1 ? " time." : " times."));
        }
    }
}
