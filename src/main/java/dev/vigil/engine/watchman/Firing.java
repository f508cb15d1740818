package dev.vigil.engine.watchman;

import dev.vigil.core.run.ArmedWatch;
import dev.vigil.core.run.Delivery;
import dev.vigil.core.run.Finding;
import dev.vigil.core.run.Notice;
import dev.vigil.core.run.Verdict;
import dev.vigil.core.watch.Action;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Turns a verdict into outbox entries: one an action and cause, one row a channel. */
final class Firing {
    private final Desk desk;
    private final QuietHours quiet;
    private final ActWords words;

    Firing(Desk desk, QuietHours quiet, ActWords words) {
        this.desk = desk;
        this.quiet = quiet;
        this.words = words;
    }

    void fire(Reason reason, Verdict verdict) {
        ArmedWatch watch = desk.watch(verdict.watch());
        desk.batch.verdicts.add(verdict);
        Instant at = desk.wall == null ? verdict.at() : desk.wall;
        List<String> because = because(reason, verdict);
        List<Action> actions = watch.watch().then();
        for (int i = 0; i < actions.size(); i++) {
            Action action = actions.get(i);
            String id = id(watch, reason.key(), i);
            String say = words.say(action, reason, watch);
            boolean urgent = action instanceof Action.Notify notify && notify.urgent();
            Notice notice = new Notice(
                    id,
                    watch.person(),
                    watch.number(),
                    reason.key(),
                    because,
                    i,
                    action.name(),
                    reason.late() ? say + " (late: Vigil was not running)" : say,
                    ActWords.detail(action),
                    urgent,
                    at,
                    quiet.release(id, action.name(), urgent, at),
                    action instanceof Action.Forward);
            deliver(notice);
            if (action instanceof Action.Quiet hush) {
                quiet.begin(quiet.end(hush, reason.about()).toInstant());
            }
        }
        desk.spend(watch.number(), verdict.trigger());
    }

    private void deliver(Notice notice) {
        Delivery.State state = notice.approval() ? Delivery.State.APPROVAL : Delivery.State.WAITING;
        boolean there = desk.batch.deliveries.stream()
                .anyMatch(other -> other.notice().id().equals(notice.id()));
        if (!there) {
            for (String channel : desk.setup.routing().channels(notice.act(), notice.detail(), notice.urgent())) {
                desk.batch.deliveries.add(new Delivery(notice, channel, state, 0, notice.release(), null));
            }
        }
    }

    private static List<String> because(Reason reason, Verdict verdict) {
        Set<String> because = new LinkedHashSet<>(reason.about().because());
        verdict.conditions().stream().filter(Finding::holds).forEach(finding -> because.addAll(finding.because()));
        return new ArrayList<>(because);
    }

    private static String id(ArmedWatch watch, String key, int action) {
        String whole = watch.person() + "\n" + watch.number() + "\n" + key + "\n" + action;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
