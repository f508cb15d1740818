package dev.vigil.rules;

import dev.vigil.core.port.Judge;
import dev.vigil.core.port.Matcher;
import dev.vigil.core.port.Surroundings;
import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.run.Case;
import dev.vigil.core.run.Finding;
import dev.vigil.core.run.Meeting;
import dev.vigil.core.run.SeenEvent;
import dev.vigil.core.run.SeenMail;
import dev.vigil.core.run.Verdict;
import dev.vigil.core.watch.Trigger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/** The rules in a Drools session. Watches are facts that stay; what is judged is there only while it is judged. */
public final class DroolsJudge implements Judge {
    private final KieSession session;
    private final Matcher matcher;
    private final Asks asks;
    private final Matcher.Index topics;
    private final SenderIndex senders = new SenderIndex();
    private final List<Meeting> meetings = new ArrayList<>();
    private final Map<Integer, Armed> armed = new HashMap<>();
    private final List<FactHandle> passing = new ArrayList<>();
    private final Map<Matcher.Phrase, Integer> phrases = new HashMap<>();

    private record Armed(ArmedWatch watch, List<Ask> asks, List<FactHandle> handles) {}

    public DroolsJudge(Matcher matcher) {
        this.matcher = matcher;
        this.asks = new Asks(matcher);
        this.topics = matcher.index();
        this.session = RuleBase.session();
        session.setGlobal("meetings", meetings);
        session.setGlobal("matcher", matcher);
        session.addEventListener(new DefaultRuleRuntimeEventListener() {
            @Override
            public void objectInserted(ObjectInsertedEvent event) {
                if (!(event.getObject() instanceof Ask)) {
                    passing.add(event.getFactHandle());
                }
            }
        });
    }

    @Override
    public void arm(ArmedWatch watch) {
        disarm(watch.number());
        List<Ask> asked = asks.of(watch);
        List<FactHandle> handles = new ArrayList<>();
        for (Ask ask : asked) {
            handles.add(session.insert(ask));
            if (ask.getKey() instanceof Matcher.Phrase phrase) {
                if (phrases.merge(phrase, 1, Integer::sum) == 1) {
                    topics.add(phrase);
                }
            } else if (isSender(ask)) {
                senders.add((String) ask.getKey());
            }
        }
        armed.put(watch.number(), new Armed(watch, asked, handles));
    }

    @Override
    public void disarm(int number) {
        Armed gone = armed.remove(number);
        if (gone == null) {
            return;
        }
        gone.handles.forEach(session::delete);
        for (Ask ask : gone.asks) {
            if (ask.getKey() instanceof Matcher.Phrase phrase) {
                if (phrases.computeIfPresent(phrase, (p, n) -> n == 1 ? null : n - 1) == null) {
                    topics.remove(phrase);
                }
            } else if (isSender(ask)) {
                senders.remove((String) ask.getKey());
            }
        }
    }

    private static boolean isSender(Ask ask) {
        return ask instanceof MailAsk mail
                && mail.getTrigger().from() != null
                && mail.getTrigger().about() == null;
    }

    @Override
    public List<Meeting> meet(SeenMail mail, Surroundings world) {
        MailTold told = new MailTold(mail, world, matcher);
        List<Object> keys = new ArrayList<>(topics.hits(told.getWhole()));
        keys.addAll(senders.keys(mail.mail().from()));
        mail.kinds().keySet().forEach(kind -> keys.add(Asks.kind(kind)));
        keys.add(Asks.ANY);
        return meet(told, keys);
    }

    @Override
    public List<Meeting> meet(SeenEvent event, Surroundings world) {
        EventTold told = new EventTold(event, world, matcher);
        List<Object> keys = new ArrayList<>(topics.hits(told.getText()));
        keys.add(Asks.ANY);
        return meet(told, keys);
    }

    private List<Meeting> meet(Object told, List<Object> keys) {
        List<Object> facts = new ArrayList<>();
        facts.add(told);
        keys.forEach(key -> facts.add(new Topic(told, key)));
        return judged(facts);
    }

    @Override
    public List<Meeting> meet(Trigger.Health began, List<Finding> found) {
        return judged(List.of(new HealthTold(began, found)));
    }

    private List<Meeting> judged(List<Object> facts) {
        meetings.clear();
        run(facts);
        return List.copyOf(meetings);
    }

    private void run(List<Object> facts) {
        passing.clear();
        facts.forEach(session::insert);
        session.fireAllRules();
        List.copyOf(passing).forEach(session::delete);
        passing.clear();
    }

    @Override
    public List<Verdict> weigh(List<Case> cases, Surroundings world) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Case one : cases) {
            ArmedWatch watch = armed.get(one.watch()).watch;
            Weighing weighing = new Weighing(one);
            List<Object> facts =
                    new ArrayList<>(Conditions.questions(one, watch.watch().conditions(), world));
            facts.add(weighing);
            run(facts);
            verdicts.add(weighing.verdict(watch.person()));
        }
        return verdicts;
    }

    @Override
    public List<Finding> explain(ArmedWatch watch, String path, SeenMail mail, Surroundings world) {
        return asks.at(watch, path) instanceof MailAsk ask
                ? Judging.hear(ask, new MailTold(mail, world, matcher), matcher).findings()
                : List.of();
    }

    @Override
    public List<Finding> explain(ArmedWatch watch, String path, SeenEvent event, Surroundings world) {
        return asks.at(watch, path) instanceof EventAsk ask
                ? Judging.hear(ask, new EventTold(event, world, matcher), matcher)
                        .findings()
                : List.of();
    }

    @Override
    public void close() {
        session.dispose();
    }
}
