package dev.vigil.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.contract.Golden;
import dev.vigil.contract.ProposalJson;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProposalWordsTest {
    private final ProposalWords words = new ProposalWords(new SayBack());

    static List<Golden.Case> proposals() {
        return Golden.cases("/language/proposals.txt");
    }

    @ParameterizedTest
    @MethodSource("proposals")
    void everyKindOfProposalIsAnsweredInWords(Golden.Case golden) {
        assertThat(say(golden.input())).isEqualTo(golden.expected());
    }

    @Test
    void noTwoKindsAreAnsweredAlike() {
        assertThat(proposals().stream().map(golden -> say(golden.input()))).doesNotHaveDuplicates();
    }

    private String say(String json) {
        return words.say(ProposalJson.read(json), ZoneId.of("Europe/Dublin"));
    }
}
