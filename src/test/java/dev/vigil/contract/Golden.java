package dev.vigil.contract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Golden files: an input, a line of dashes, what is expected; cases stand apart by a blank line. */
public final class Golden {
    private Golden() {}

    public record Case(String input, String expected) {
        @Override
        public String toString() {
            return input.length() > 100 ? input.substring(0, 100) + "…" : input;
        }
    }

    public static List<Case> cases(String name) {
        return Arrays.stream(text(name).strip().split("\n\n+"))
                .map(block -> block.split("\n---\n", 2))
                .map(halves -> new Case(halves[0], halves[1].strip()))
                .toList();
    }

    public static List<String> lines(String name) {
        return text(name).lines().filter(line -> !line.isBlank()).toList();
    }

    private static String text(String name) {
        try (InputStream in = Golden.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
