package dev.vigil.engine.acts;

import dev.vigil.core.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Registers a command for the {@code run} action: an argument vector, never a line for a shell. */
public final class RegisterCommand {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,63}");
    private static final int WORDS = 256;
    private final Account account;

    public RegisterCommand(Account account) {
        this.account = account;
    }

    /**
     * @param path folders to look for the program in, when it is named without one
     * @return the vector as kept: its program by its absolute path
     * @throws Trouble if the name cannot be used or there is no such program
     */
    public List<String> register(String name, List<String> words, Path cwd, List<Path> path) {
        if (!NAME.matcher(name).matches()) {
            throw new Trouble("A command's name has letters, digits, spaces and . _ -, at most 64 of them.");
        }
        if (words.isEmpty() || words.size() > WORDS) {
            throw new Trouble("A command has 1 to " + WORDS + " words after --.");
        }
        List<String> kept = new ArrayList<>(words);
        kept.set(0, program(words.get(0), cwd, path).toString());
        account.journal().register(account.person(), name, kept);
        return kept;
    }

    private static Path program(String word, Path cwd, List<Path> path) {
        List<Path> candidates = word.contains("/")
                ? List.of(cwd.resolve(word))
                : path.stream().map(folder -> folder.resolve(word)).toList();
        return candidates.stream()
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst()
                .map(file -> file.toAbsolutePath().normalize())
                .orElseThrow(() -> new Trouble("There is no program " + word + " that can be run."));
    }
}
