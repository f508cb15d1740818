package dev.vigil.cli;

import dev.vigil.core.Trouble;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** All commands, and what becomes of their errors. */
public final class Commands {
    public static final int DONE = 0;
    /** The input was refused; one line on standard error says what and where. */
    public static final int REFUSED = 1;

    public static final int USAGE = 2;
    /** Nothing was done yet, because another process has to do it. */
    public static final int ELSEWHERE = -1;

    private final Door door;
    private final Consumer<Exception> log;

    /** @param log takes what no person should have to read, with its stack trace */
    public Commands(Rooms rooms, Terminal terminal, Consumer<Exception> log) {
        this.door = new Door(rooms, terminal);
        this.log = log;
    }

    /** Runs one command line; never throws. */
    public int run(List<String> args) {
        PrintWriter out = new PrintWriter(door.terminal().out(), true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(door.terminal().err(), true, StandardCharsets.UTF_8);
        CommandLine line = commandLine(args.isEmpty() ? "" : args.get(0));
        line.setOut(out).setErr(err);
        line.setUsageHelpLongOptionsMaxWidth(30);
        line.setParameterExceptionHandler((e, given) -> misused(e));
        line.setExecutionExceptionHandler((e, command, parsed) -> failed(e));
        try {
            return line.execute(args.toArray(String[]::new));
        } finally {
            out.flush();
            err.flush();
            door.terminal().out().flush();
            door.terminal().err().flush();
        }
    }

    private CommandLine commandLine(String first) {
        CommandLine line = new CommandLine(new Vigil());
        Map<String, Supplier<CommandLine>> all = all();
        if (all.containsKey(first)) {
            line.addSubcommand(first, all.get(first).get());
        } else {
            all.forEach((name, command) -> line.addSubcommand(name, command.get()));
        }
        withHelp(line);
        return line;
    }

    private static void withHelp(CommandLine line) {
        line.getSubcommands().values().forEach(command -> {
            command.getCommandSpec().mixinStandardHelpOptions(true);
            withHelp(command);
        });
    }

    /** In the order in which help lists them; only the one that is called is made. */
    private Map<String, Supplier<CommandLine>> all() {
        Map<String, Supplier<CommandLine>> all = new LinkedHashMap<>();
        all.put("arm", () -> new CommandLine(new ArmCommand(door)));
        all.put("list", () -> new CommandLine(new ListCommand(door)));
        all.put("show", () -> new CommandLine(new ShowCommand(door)));
        all.put("pause", () -> new CommandLine(new PauseCommand(door)));
        all.put("resume", () -> new CommandLine(new ResumeCommand(door)));
        all.put("snooze", () -> new CommandLine(new SnoozeCommand(door)));
        all.put("remove", () -> new CommandLine(new RemoveCommand(door)));
        all.put("undo", () -> new CommandLine(new UndoCommand(door)));
        all.put(
                "source",
                () -> new CommandLine(new SourceCommand())
                        .addSubcommand("add", new SourceAddCommand(door))
                        .addSubcommand("list", new SourceListCommand(door))
                        .addSubcommand("check", new SourceCheckCommand(door))
                        .addSubcommand("remove", new SourceRemoveCommand(door)));
        all.put("run", () -> new CommandLine(new RunCommand(door)));
        all.put("replay", () -> new CommandLine(new ReplayCommand(door)));
        all.put("why", () -> new CommandLine(new WhyCommand(door)));
        all.put("backtest", () -> new CommandLine(new BacktestCommand(door)));
        all.put("outbox", () -> new CommandLine(new OutboxCommand(door)));
        all.put("approve", () -> new CommandLine(new ApproveCommand(door)));
        all.put("decline", () -> new CommandLine(new DeclineCommand(door)));
        all.put(
                "command",
                () -> new CommandLine(new CommandCommand())
                        .addSubcommand("add", new CommandCommand.Add(door))
                        .addSubcommand("list", new CommandCommand.Shown(door)));
        all.put("doctor", () -> new CommandLine(new DoctorCommand(door)));
        all.put("config", () -> new CommandLine(new ConfigCommand(door)));
        all.put("demo", () -> new CommandLine(new DemoCommand(door)));
        all.put("bench", () -> new CommandLine(new BenchCommand(door)));
        return all;
    }

    private int misused(ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        String help = e.getCommandLine().getCommandSpec().parent() == null ? "vigil --help" : command + " --help";
        door.complain(e.getMessage() + " (see " + help + ")");
        return USAGE;
    }

    private int failed(Exception e) {
        if (e instanceof Elsewhere) {
            return ELSEWHERE;
        }
        if (e instanceof Trouble) {
            if (e.getCause() != null) {
                log.accept(e);
            }
            door.complain(e.getMessage());
        } else {
            log.accept(e);
            door.complain(
                    "Something went wrong inside Vigil; `vigil doctor` may tell what, the log file has the rest.");
        }
        return REFUSED;
    }

    @Command(
            name = "vigil",
            description = "Say once, in plain words, what to keep watch for.",
            versionProvider = Version.class,
            mixinStandardHelpOptions = true,
            footer = "`vigil test` runs Vigil's own tests. Everything lives under VIGIL_HOME"
                    + " (~/.local/share/vigil unless told).")
    static final class Vigil implements Runnable {
        @Spec
        private CommandSpec spec;

        @Override
        public void run() {
            throw new ParameterException(spec.commandLine(), "Say what to do, such as: vigil list");
        }
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Commands.class.getPackage().getImplementationVersion();
            return new String[] {"vigil " + (version == null ? "0.1.0" : version)};
        }
    }
}
