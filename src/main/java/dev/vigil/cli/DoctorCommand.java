package dev.vigil.cli;

import dev.vigil.core.Trouble;
import dev.vigil.engine.acts.Checkup;
import dev.vigil.engine.acts.Checkup.Proof;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "doctor", description = "Looks whether all is well, and says what to do about what is not.")
final class DoctorCommand implements Runnable {
    private final Door door;

    @Option(names = "--json", description = "One JSON object a finding.")
    private boolean json;

    DoctorCommand(Door door) {
        this.door = door;
    }

    @Override
    public void run() {
        List<Proof> proofs = new ArrayList<>(door.rooms().machine());
        try {
            proofs.addAll(new Checkup(door.rooms().account()).look());
        } catch (Trouble trouble) {
            proofs.add(Proof.bad("database", "it cannot be read", trouble.getMessage()));
        }
        proofs.forEach(proof -> door.say(json ? json(proof) : plain(proof)));
        if (!json) {
            long bad = proofs.stream().filter(proof -> !proof.well()).count();
            door.say(bad == 0 ? "All is well." : bad + (bad == 1 ? " thing needs" : " things need") + " a look.");
        }
    }

    private static String json(Proof proof) {
        return new JsonLine()
                .put("part", proof.part())
                .put("well", proof.well())
                .put("found", proof.found())
                .put("mend", proof.mend())
                .end();
    }

    private static String plain(Proof proof) {
        return Show.plain((proof.well() ? "ok    " : "look  ") + proof.part() + ": " + proof.found()
                + (proof.mend() == null ? "" : ". " + proof.mend()));
    }
}
