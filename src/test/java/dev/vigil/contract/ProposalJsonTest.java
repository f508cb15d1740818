package dev.vigil.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.vigil.core.Trouble;
import dev.vigil.core.port.Recurrences;
import dev.vigil.core.watch.Proposal;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProposalJsonTest {
    private static final String EVERY_MAIL = "{\"when\":[{\"on\":\"mail\"}],\"then\":[{\"do\":\"notify\"}]}";

    static List<String> canonical() {
        return Golden.lines("/contract/canonical.jsonl");
    }

    static List<Golden.Case> spellings() {
        return Golden.cases("/contract/spellings.txt");
    }

    static List<Golden.Case> refused() {
        return Golden.cases("/contract/refused.txt");
    }

    @ParameterizedTest
    @MethodSource("canonical")
    void whatIsWrittenCanonicallyComesBackUnchanged(String json) {
        assertThat(ProposalJson.write(ProposalJson.read(json))).isEqualTo(json);
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void otherSpellingsAreReadAndWrittenCanonically(Golden.Case golden) {
        Proposal read = ProposalJson.read(golden.input());
        assertThat(ProposalJson.write(read)).isEqualTo(golden.expected());
        assertThat(ProposalJson.read(golden.expected())).isEqualTo(read);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsRefusedIsRefusedWithPlaceAndReason(Golden.Case golden) {
        Throwable refusal = catchThrowable(() -> ProposalJson.read(golden.input()));
        assertThat(refusal).isInstanceOf(Trouble.class).hasMessage(golden.expected());
    }

    @Test
    void aWatchAloneIsWrittenAsTheWatchObject() {
        assertThat(ProposalJson.write(ProposalJson.readWatch(EVERY_MAIL)))
                .isEqualTo("{\"when\":[{\"on\":\"mail\"}],\"then\":[{\"do\":\"notify\"}],\"repeat\":\"always\"}");
    }

    @Test
    void whatIsNoWatchCannotBeReadAsOne() {
        assertThatThrownBy(() -> ProposalJson.readWatch("{\"kind\":\"query\"}"))
                .isInstanceOf(Trouble.class)
                .hasMessage("kind: only a proposal of kind watch can be armed");
    }

    @Test
    void whatIsTooLongIsRefusedBeforeItIsParsed() {
        String padded = EVERY_MAIL.replace("}]}", "}]," + " ".repeat(ProposalJson.LONGEST) + "\"repeat\":\"once\"}");
        assertThatThrownBy(() -> ProposalJson.read(padded))
                .isInstanceOf(Trouble.class)
                .hasMessage("the proposal is longer than 64 KiB");
    }

    @Test
    void lengthCountsBytesNotCharacters() {
        String goal = "{\"goal\":\"" + "é".repeat(33_000) + "\",\"kind\":\"none\"}";
        assertThat(goal.length()).isLessThan(ProposalJson.LONGEST);
        assertThatThrownBy(() -> ProposalJson.read(goal)).hasMessage("the proposal is longer than 64 KiB");
    }

    @Test
    void depthIsBounded() {
        String nested = "{\"kind\":\"none\",\"goal\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}";
        assertThatThrownBy(() -> ProposalJson.read(nested))
                .isInstanceOf(Trouble.class)
                .hasMessageStartingWith("nested deeper than 60 levels");
    }

    @Test
    void numbersOfEntriesAreBounded() {
        String trigger = "{\"on\":\"mail\"}";
        String triggers = EVERY_MAIL.replace(trigger, trigger + (',' + trigger).repeat(50));
        assertThatThrownBy(() -> ProposalJson.read(triggers))
                .hasMessage("when: has 51 entries; at most 50 are allowed");
        String action = "{\"do\":\"notify\"}";
        String actions = EVERY_MAIL.replace(action, action + (',' + action).repeat(20));
        assertThatThrownBy(() -> ProposalJson.read(actions)).hasMessage("then: has 21 entries; at most 20 are allowed");
        String conditions = EVERY_MAIL.replace(
                ",\"then\"", ",\"if\":[{\"calendar\":\"free\"}" + ",{\"calendar\":\"free\"}".repeat(50) + "],\"then\"");
        assertThatThrownBy(() -> ProposalJson.read(conditions))
                .hasMessage("if: has 51 entries; at most 50 are allowed");
    }

    @Test
    void aRuleIsCheckedAsAWholeWhereSomebodyCan() {
        String never = "{\"on\":\"time\",\"every\":\"FREQ=MONTHLY;BYDAY=2XX\",\"times\":[\"08:00\"]}";
        String json = "{\"kind\":\"several\",\"of\":[{\"kind\":\"none\"},"
                + EVERY_MAIL.replace("{\"on\":\"mail\"}", "{\"on\":\"mail\"}," + never) + "]}";
        assertThat(ProposalJson.read(json)).isInstanceOf(Proposal.Several.class);
        assertThatThrownBy(() -> ProposalJson.read(json, new ParsedRules()))
                .isInstanceOf(Trouble.class)
                .hasMessage("of[1].when[1].every: \"FREQ=MONTHLY;BYDAY=2XX\" is not a recurrence rule");
    }

    @Test
    void goodLinesAreKeptAndBadOnesNamed() {
        String lines = "\uFEFF" + EVERY_MAIL + "\r\n\n{\"kind\":\"quest\"}\n{\"kind\":\"none\"}\n"
                + "x".repeat(3_000_000) + "\n{\"kind\":\"query\"}";
        ProposalLines read = ProposalJson.readLines(new StringReader(lines));
        assertThat(read.good()).extracting(ProposalLines.Line::number).containsExactly(1, 4, 6);
        assertThat(read.good().get(2).proposal()).isEqualTo(new Proposal.Query());
        assertThat(read.refused())
                .extracting(ProposalLines.Refused::toString)
                .containsExactly(
                        "line 3: kind: \"quest\" is not one of watch, question, unsupported, query, change, act, none,"
                                + " several",
                        "line 5: the proposal is longer than 64 KiB");
    }

    /** Checks rules with a real parser; asks for no times. */
    private static final class ParsedRules implements Recurrences {
        @Override
        public Optional<Instant> next(
                String rule, List<LocalTime> times, LocalDate from, Instant anchor, Instant after, ZoneId zone) {
            return Optional.empty();
        }

        @Override
        public void check(String rule) {
            try {
                new RecurrenceRule(rule, RecurrenceRule.RfcMode.RFC5545_STRICT);
            } catch (InvalidRecurrenceRuleException e) {
                throw new Trouble("\"" + rule + "\" is not a recurrence rule", e);
            }
        }
    }
}
