package dev.vigil.engine.watchman;

import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.run.Finding;
import dev.vigil.core.run.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Has cases weighed; fires, or keeps the day's nearest miss. */
final class Judgement {
    private final Desk desk;
    private final Firing firing;
    private final Around around;
    private final Map<String, Long> nearest = new HashMap<>();

    Judgement(Desk desk, Firing firing, Around around) {
        this.desk = desk;
        this.firing = firing;
        this.around = around;
    }

    /** True when the watch fired. */
    boolean judge(Reason reason) {
        int number = reason.about().watch();
        ArmedWatch watch = desk.watch(number);
        if (!desk.active(number)
                || desk.spent(number, reason.about().trigger())
                || desk.over(watch, reason.about().at().toInstant())) {
            return false;
        }
        Verdict verdict =
                desk.setup.judge().weigh(List.of(reason.about()), around).get(0);
        if (verdict.fired()) {
            firing.fire(reason, verdict);
        } else {
            missed(watch, verdict);
        }
        return verdict.fired();
    }

    /** A watch and day, the miss with the fewest conditions that failed. */
    void missed(ArmedWatch watch, Verdict verdict) {
        LocalDate day = desk.local(verdict.at(), watch).toLocalDate();
        String key = watch.number() + "/" + day;
        Long best = nearest.get(key);
        if (best == null || verdict.failed() < best) {
            if (nearest.size() > 100_000) {
                nearest.clear();
            }
            nearest.put(key, verdict.failed());
            desk.batch.misses.add(verdict);
        }
    }

    void missed(ArmedWatch watch, int trigger, String event, java.time.Instant at, List<Finding> findings) {
        boolean near = findings.stream().anyMatch(Finding::holds);
        if (near && desk.active(watch.number())) {
            missed(
                    watch,
                    new Verdict(watch.person(), watch.number(), trigger, event, at, false, new ArrayList<>(findings)));
        }
    }
}
