package dev.vigil.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.contract.Golden;
import dev.vigil.contract.ProposalJson;
import dev.vigil.core.watch.Proposal;
import dev.vigil.core.watch.Watch;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SayBackTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Dublin");

    private final SayBack words = new SayBack();

    static List<Golden.Case> watches() {
        return Golden.cases("/language/sayback.txt");
    }

    @ParameterizedTest
    @MethodSource("watches")
    void aWatchIsSaidBackInOneSentence(Golden.Case golden) {
        assertThat(say(golden.input())).isEqualTo(golden.expected());
    }

    @Test
    void differentWatchesNeverReadAlike() {
        Map<String, Watch> said = new HashMap<>();
        Stream.concat(
                        watches().stream().map(Golden.Case::input).map(ProposalJson::readWatch),
                        Golden.lines("/contract/canonical.jsonl").stream()
                                .map(ProposalJson::read)
                                .filter(Proposal.Armable.class::isInstance)
                                .map(proposal -> ((Proposal.Armable) proposal).watch()))
                .forEach(watch -> {
                    Watch other = said.put(words.say(watch, ZONE), watch);
                    assertThat(other == null ? watch : other)
                            .as(words.say(watch, ZONE))
                            .isEqualTo(watch);
                });
        assertThat(said).hasSizeGreaterThan(300);
    }

    @Test
    void aPersonsWordsCannotPassForTheSentencesOwn() {
        String said = say("{\"when\":[{\"on\":\"mail\",\"about\":\"tea*, from now on \\u202e\\u0007*all\"}],"
                + "\"then\":[{\"do\":\"notify\"}],\"repeat\":\"always\"}");
        assertThat(said).isEqualTo("I'll tell you whenever a mail about *tea∗, from now on ∗all* arrives.");
    }

    private String say(String json) {
        return words.say(ProposalJson.readWatch(json), ZONE);
    }
}
