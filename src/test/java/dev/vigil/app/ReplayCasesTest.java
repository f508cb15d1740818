package dev.vigil.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.engine.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The golden cases in {@code rules/cases}: each folder is a small life with its watches; {@code expect.jsonl} lists what
 * must be told, moment for moment, and nothing else may be.
 */
class ReplayCasesTest {
    private static final Path CASES = Path.of("rules/cases");

    @TestFactory
    Stream<DynamicTest> each_case_tells_what_it_expects_and_nothing_else() throws IOException {
        List<Path> cases;
        try (Stream<Path> folders = Files.list(CASES)) {
            cases = folders.filter(Files::isDirectory).sorted().toList();
        }
        assertThat(cases).isNotEmpty();
        return cases.stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
    }

    private void check(Path folder) throws IOException {
        List<String> told = new ArrayList<>();
        List<String> complaints = new ArrayList<>();
        List<Told> all = new ArrayList<>();
        new ScenarioReplays(Engines.tools(), Connectors.all(InstantSource.system()))
                .replay(folder, all::add, complaints::add);
        List<JsonNode> wanted = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("expect.jsonl"))) {
            if (!line.isBlank()) {
                wanted.add(JsonMapper.shared().readTree(line));
            }
        }
        List<String> expected = new ArrayList<>();
        for (JsonNode want : wanted) {
            expected.add(line(want, all));
        }
        all.forEach(one -> told.add(line(one)));
        assertThat(told).as("complaints: %s", complaints).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static String line(Told told) {
        return told.at().toInstant() + " watch " + told.watch() + " " + told.act() + " " + told.because();
    }

    /** The expectation, with the ids of the told line that it allows: `because` names the ids that must be among them. */
    private static String line(JsonNode want, List<Told> all) {
        var at = OffsetDateTime.parse(want.get("at").stringValue()).toInstant();
        List<String> because = StreamSupport.stream(want.path("because").spliterator(), false)
                .map(JsonNode::stringValue)
                .toList();
        return all.stream()
                .filter(told -> told.at().toInstant().equals(at)
                        && told.watch() == want.get("watch").intValue()
                        && told.act().equals(want.get("do").stringValue())
                        && told.because().containsAll(because)
                        && (want.path("say").isMissingNode()
                                || told.say().equals(want.get("say").stringValue())))
                .findFirst()
                .map(ReplayCasesTest::line)
                .orElse(at + " watch " + want.get("watch").intValue() + " "
                        + want.get("do").stringValue() + " " + because
                        + (want.path("say").isMissingNode()
                                ? ""
                                : " saying " + want.get("say").stringValue()));
    }
}
