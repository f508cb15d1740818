package dev.vigil.app;

import dev.vigil.cli.Commands;
import dev.vigil.cli.Terminal;
import dev.vigil.core.Trouble;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The command line's start. */
public final class Main {
    /** Commands that touch no database, and so are never carried out by another process. */
    private static final Set<String> HERE =
            Set.of("run", "replay", "demo", "config", "bench", "--help", "-h", "--version", "-V");

    private Main() {}

    public static void main(String[] args) {
        Terminal terminal = new Terminal(
                // unbuffered, a pipe cannot be read to its end: FileInputStream would seek
                new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                Path.of("").toAbsolutePath(),
                folders(System.getenv()));
        System.exit(run(List.of(args), terminal, System.getenv(), InstantSource.system()));
    }

    /**
     * Carries out one command line, in this process or in the one that owns the database.
     *
     * @return the exit status
     */
    public static int run(List<String> args, Terminal terminal, Map<String, String> env, InstantSource clock) {
        Home home;
        try {
            home = Home.of(env);
        } catch (Trouble trouble) {
            terminal.err().println(trouble.getMessage());
            return Commands.REFUSED;
        }
        if (!isDoneHere(args)) {
            Optional<Integer> done = Client.call(home, args, terminal);
            if (done.isPresent()) {
                return done.get();
            }
        }
        int code;
        try (Wiring wiring = new Wiring(home, env, clock)) {
            code = new Commands(wiring, terminal, error -> log(home, env, error)).run(args);
        }
        return code != Commands.ELSEWHERE
                ? code
                : Client.call(home, args, terminal).orElse(Commands.REFUSED);
    }

    private static boolean isDoneHere(List<String> args) {
        return args.isEmpty() || HERE.contains(args.get(0)) || args.contains("--help") || args.contains("--version");
    }

    static void log(Home home, Map<String, String> env, Exception error) {
        try {
            home.make();
        } catch (Trouble unwritable) {
            return;
        }
        LogFile.into(home, env);
        Logger log = LoggerFactory.getLogger(Main.class);
        if (error instanceof Trouble) {
            log.info("A command was refused", error);
        } else {
            log.error("A command failed", error);
        }
    }

    static List<Path> folders(Map<String, String> env) {
        return Arrays.stream(env.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .toList();
    }
}
