package dev.vigil.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.core.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rules that others wrote for what people say; the folder is given by the property {@code vigil.realdata}. */
@Tag("realdata")
class RealRulesTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final Instant ARMED = Instant.parse("2010-01-01T00:00:00Z");
    private static final Pattern PART = Pattern.compile("(freq|interval|by\\w+)=(?:'([^']*)'|(\\d+))");

    @Test
    void every_rule_rings_or_is_refused_with_a_sentence() throws IOException {
        RuleClock clock = new RuleClock();
        List<String> refused = new ArrayList<>();
        int rang = 0;
        Path file = Path.of(System.getProperty("vigil.realdata", "missing"), "time", "recurrent-rrule.jsonl");
        for (String line : Files.readAllLines(file)) {
            int gold = line.indexOf("\"gold\": \"dict(");
            if (gold < 0) {
                continue;
            }
            String rule = rule(line.substring(gold));
            try {
                Optional<Instant> next = clock.next(rule, List.of(LocalTime.of(8, 0)), null, ARMED, ARMED, ZONE);
                assertThat(next).as(rule).isPresent();
                assertThat(next.get()).isAfter(ARMED);
                rang++;
            } catch (Trouble e) {
                refused.add(rule);
            }
        }
        System.out.println(rang + " rules rang, " + refused.size() + " were refused: " + refused);
        assertThat(rang).isGreaterThan(90);
        assertThat(refused).allMatch(each -> each.contains("SECONDLY"));
    }

    /** The parts of the source's own notation that a rule of ours may have. */
    private static String rule(String gold) {
        StringBuilder rule = new StringBuilder();
        Matcher part = PART.matcher(gold.replaceAll("ex(rule|date)=.*", ""));
        while (part.find()) {
            rule.append(rule.isEmpty() ? "" : ";")
                    .append(part.group(1).toUpperCase(Locale.ROOT))
                    .append('=')
                    .append(
                            part.group(2) == null
                                    ? part.group(3)
                                    : part.group(2).toUpperCase(Locale.ROOT));
        }
        return rule.toString();
    }
}
