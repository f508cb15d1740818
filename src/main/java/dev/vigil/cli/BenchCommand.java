package dev.vigil.cli;

import dev.vigil.engine.Bench;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

@Command(name = "bench", description = "Measures Vigil on this machine.")
final class BenchCommand implements Runnable {
    private final Door door;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "What to measure.")
    private String name;

    @Unmatched
    private List<String> rest;

    BenchCommand(Door door) {
        this.door = door;
    }

    @Override
    public void run() {
        Map<String, Bench> benches = door.rooms().benches();
        Bench bench = name == null ? null : benches.get(name);
        if (bench == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Say what to measure:"
                            + benches.entrySet().stream()
                                    .map(it -> System.lineSeparator() + "  " + it.getKey() + "  "
                                            + it.getValue().about())
                                    .collect(Collectors.joining()));
        }
        bench.run(
                rest == null ? List.of() : rest,
                door.terminal().out(),
                door.terminal().err());
    }
}
