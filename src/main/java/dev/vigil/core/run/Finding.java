package dev.vigil.core.run;

import java.util.List;

/**
 * One condition of a verdict.
 *
 * @param path where it stands in the watch: {@code when[0].about}, {@code if[1].not}
 * @param value what was found, in words: "elevated for 5 min (118 bpm, usual 64)"
 * @param because ids of the facts that it rests on
 */
public record Finding(String path, boolean holds, String value, List<String> because) {
    public Finding {
        because = List.copyOf(because);
    }
}
