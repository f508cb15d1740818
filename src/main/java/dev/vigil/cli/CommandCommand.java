package dev.vigil.cli;

import dev.vigil.engine.acts.RegisterCommand;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "command", description = "The commands that a watch's `run` action may start, by name.")
final class CommandCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: add or list");
    }

    @Command(name = "add", description = "Registers a command: `vigil command add lights -- /usr/bin/lights off`.")
    static final class Add implements Runnable {
        private final Door door;

        @Parameters(index = "0", paramLabel = "NAME", description = "How watches call it.")
        private String name;

        @Parameters(index = "1..*", arity = "1..*", paramLabel = "ARGV", description = "Program and arguments.")
        private List<String> words;

        Add(Door door) {
            this.door = door;
        }

        @Override
        public void run() {
            List<String> kept = new RegisterCommand(door.rooms().account())
                    .register(
                            name, words, door.terminal().cwd(), door.terminal().path());
            door.say(Show.plain("Registered " + name + ": " + String.join(" ", kept)));
        }
    }

    @Command(name = "list", description = "Lists the registered commands.")
    static final class Shown implements Runnable {
        private final Door door;

        @Option(names = "--json", description = "One JSON object a command.")
        private boolean json;

        Shown(Door door) {
            this.door = door;
        }

        @Override
        public void run() {
            var account = door.rooms().account();
            account.journal()
                    .commands(account.person())
                    .forEach((name, words) -> door.say(
                            json
                                    ? new JsonLine()
                                            .put("name", name)
                                            .put("command", words)
                                            .end()
                                    : Show.plain(name + "  " + String.join(" ", words))));
        }
    }
}
