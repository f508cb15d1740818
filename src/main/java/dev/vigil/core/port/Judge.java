package dev.vigil.core.port;

import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.run.Case;
import dev.vigil.core.run.Finding;
import dev.vigil.core.run.Meeting;
import dev.vigil.core.run.SeenEvent;
import dev.vigil.core.run.SeenMail;
import dev.vigil.core.run.Verdict;
import dev.vigil.core.watch.Trigger;
import java.util.List;

/** The rules: which watches something meets, and whether their conditions hold. Belongs to one thread. */
public interface Judge extends AutoCloseable {
    void arm(ArmedWatch watch);

    void disarm(int number);

    /** What the armed watches ask of mail, held against this one: those met, and near misses. */
    List<Meeting> meet(SeenMail mail, Surroundings world);

    /** What the armed watches ask of the calendar, held against this. */
    List<Meeting> meet(SeenEvent event, Surroundings world);

    /** The paths of watches that wait for this health state. */
    List<Meeting> meet(Trigger.Health began, List<Finding> found);

    /** Weighs the conditions of watches whose trigger came true. */
    List<Verdict> weigh(List<Case> cases, Surroundings world);

    /** Every finding of one trigger pattern against a mail, for "why not". */
    List<Finding> explain(ArmedWatch watch, String path, SeenMail mail, Surroundings world);

    /** Every finding of one trigger pattern against an event. */
    List<Finding> explain(ArmedWatch watch, String path, SeenEvent event, Surroundings world);

    @Override
    void close();
}
