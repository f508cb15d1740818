package dev.vigil.app;

import dev.vigil.contract.ProposalJson;
import dev.vigil.core.Trouble;
import dev.vigil.core.fact.Arrival;
import dev.vigil.core.fact.Sample;
import dev.vigil.core.port.Connector;
import dev.vigil.core.port.Source;
import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.run.Verdict;
import dev.vigil.core.watch.Proposal;
import dev.vigil.core.watch.Watch;
import dev.vigil.engine.Replays;
import dev.vigil.engine.Told;
import dev.vigil.engine.Tools;
import dev.vigil.engine.replay.SampleRuns;
import dev.vigil.engine.replay.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Replays a scenario folder through the real connectors; nothing is performed and no database is touched. */
final class ScenarioReplays implements Replays {
    private static final String PERSON = "replay";
    private static final List<String> INPUTS = List.of("mail", "calendar", "health");

    private final Tools tools;
    private final List<Connector> connectors;

    ScenarioReplays(Tools tools, List<Connector> connectors) {
        this.tools = tools;
        this.connectors = List.copyOf(connectors);
    }

    @Override
    public void replay(Path dir, Consumer<Told> out, Consumer<String> complaint) {
        replay(dir, out, miss -> {}, complaint);
    }

    @Override
    public void replay(Path dir, Consumer<Told> out, Consumer<Verdict> missed, Consumer<String> complaint) {
        ScenarioClock clock = ScenarioClock.read(dir.resolve("clock.json"));
        Map<Integer, Integer> lines = new HashMap<>();
        List<ArmedWatch> watches = watches(dir, clock, lines, complaint);
        List<Arrival> arrivals = new ArrayList<>();
        SampleRuns samples = new SampleRuns();
        for (String input : INPUTS) {
            if (Files.exists(dir.resolve(input))) {
                read(input, dir.resolve(input), clock, new Intake(arrivals, samples, complaint));
            }
        }
        arrivals.sort(Comparator.comparing(Arrival::at));
        try (Simulation simulation = new Simulation(
                tools.setup(
                        PERSON,
                        clock.zone(),
                        clock.me(),
                        Set.copyOf(INPUTS),
                        (act, detail, urgent) -> List.of("replay")),
                watches,
                clock.from(),
                clock.to(),
                told -> out.accept(
                        new Told(told.at(), lines.get(told.watch()), told.act(), told.say(), told.because())),
                miss -> missed.accept(onLine(miss, lines)),
                broken -> complaint.accept("watch " + lines.get(broken.number()) + ": " + broken.mend()))) {
            samples.merge(arrivals, simulation::feed);
            simulation.finish();
        }
    }

    private static Verdict onLine(Verdict miss, Map<Integer, Integer> lines) {
        return new Verdict(
                miss.person(),
                lines.get(miss.watch()),
                miss.trigger(),
                miss.event(),
                miss.at(),
                miss.fired(),
                miss.conditions());
    }

    private void read(String input, Path folder, ScenarioClock clock, Source.Sink sink) {
        Connector connector = connectors.stream()
                .filter(one -> one.name().equals(input))
                .findFirst()
                .orElseThrow(() ->
                        new Trouble("There is no " + input + " connector here, so " + folder + " cannot be replayed."));
        Map<String, String> options = options(input, clock);
        try (Source source = connector.open(new Connector.Settings(input, folder.toString(), null, null, options))) {
            source.look(null, sink);
        }
    }

    private static Map<String, String> options(String input, ScenarioClock clock) {
        return switch (input) {
            case "health" -> Map.of("future", "allow", "zone", clock.zone().getId());
            case "calendar" -> clock.me().isEmpty() ? Map.of() : Map.of("me", String.join(",", clock.me()));
            default -> Map.of();
        };
    }

    private List<ArmedWatch> watches(
            Path dir, ScenarioClock clock, Map<Integer, Integer> lines, Consumer<String> complaint) {
        Path armed = dir.resolve("watches.jsonl");
        if (!Files.exists(armed)) {
            if (!Files.exists(dir.resolve("goals.txt"))) {
                throw new Trouble("There is neither watches.jsonl nor goals.txt in " + dir + ": add one of them.");
            }
            throw new Trouble(
                    "This build has no language model to read goals.txt with: put the watches into " + armed + ".");
        }
        List<ArmedWatch> watches = new ArrayList<>();
        try {
            List<String> all = Files.readAllLines(armed);
            for (int i = 0; i < all.size(); i++) {
                String line = all.get(i).strip();
                if (!line.isEmpty()) {
                    try {
                        arm(ProposalJson.read(line), line, i + 1, clock, watches, lines, complaint);
                    } catch (Trouble refused) {
                        complaint.accept("watches.jsonl:" + (i + 1) + ": " + refused.getMessage());
                    }
                }
            }
        } catch (IOException e) {
            throw new Trouble("The file " + armed + " cannot be read: check that it is text in UTF-8.", e);
        }
        return watches;
    }

    private static void arm(
            Proposal proposal,
            String json,
            int line,
            ScenarioClock clock,
            List<ArmedWatch> watches,
            Map<Integer, Integer> lines,
            Consumer<String> complaint) {
        if (proposal instanceof Proposal.Several several) {
            several.of().forEach(one -> arm(one, json, line, clock, watches, lines, complaint));
        } else if (proposal instanceof Proposal.Armable armable) {
            int number = watches.size() + 1;
            lines.put(number, line);
            watches.add(armed(number, json, armable.watch(), clock));
        } else {
            complaint.accept("watches.jsonl:" + line + ": it is no watch and was left out.");
        }
    }

    private static ArmedWatch armed(int number, String json, Watch watch, ScenarioClock clock) {
        return new ArmedWatch(
                PERSON,
                number,
                "",
                json,
                watch,
                clock.from(),
                clock.zone(),
                ArmedWatch.State.ARMED,
                null,
                Set.of(),
                null);
    }

    private record Intake(List<Arrival> arrivals, SampleRuns samples, Consumer<String> complaint)
            implements Source.Sink {
        @Override
        public void arrived(Arrival arrival) {
            if (arrival.fact() instanceof Sample sample) {
                samples.add(sample);
            } else {
                arrivals.add(arrival);
            }
        }

        @Override
        public void refused(String where, String why) {
            complaint.accept(where + ": " + why);
        }

        @Override
        public void reached(String cursor) {}
    }
}
