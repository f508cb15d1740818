package dev.vigil.cli;

import dev.vigil.core.run.Delivery;
import dev.vigil.core.run.Notice;
import java.time.ZoneId;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "outbox", description = "Lists what was told, is on its way, or waits for your yes; newest first.")
final class OutboxCommand implements Runnable {
    private final Door door;

    @Option(names = "--json", description = "One JSON object a delivery.")
    private boolean json;

    @Option(names = "--max", defaultValue = "100", description = "At most so many; 100 unless told.")
    private int max;

    OutboxCommand(Door door) {
        this.door = door;
    }

    @Override
    public void run() {
        Rooms rooms = door.rooms();
        ZoneId zone = rooms.account().zone();
        List<Delivery> deliveries =
                rooms.account().journal().deliveries(rooms.account().person(), Math.max(1, Math.min(max, 100_000)));
        deliveries.forEach(delivery -> door.say(json ? json(delivery, zone) : plain(delivery, zone)));
        if (deliveries.isEmpty()) {
            door.complain("The outbox is empty.");
        }
    }

    private static String json(Delivery delivery, ZoneId zone) {
        Notice notice = delivery.notice();
        return new JsonLine()
                .put("id", notice.id())
                .put("watch", notice.watch())
                .put("do", notice.act())
                .put("say", notice.say())
                .put("detail", notice.detail())
                .put("because", notice.because())
                .put("fired", Show.iso(notice.fired(), zone))
                .put("release", notice.release() == null ? null : Show.iso(notice.release(), zone))
                .put("channel", delivery.channel())
                .put("state", Door.lower(delivery.state()))
                .put("attempts", delivery.attempts())
                .put("next", delivery.next() == null ? null : Show.iso(delivery.next(), zone))
                .put("fate", delivery.fate())
                .end();
    }

    private static String plain(Delivery delivery, ZoneId zone) {
        Notice notice = delivery.notice();
        String fate = delivery.fate() == null ? "" : " (" + delivery.fate() + ")";
        return Show.plain(notice.id() + "  " + Show.moment(notice.fired(), zone) + "  watch " + notice.watch() + "  "
                + notice.act() + "  " + notice.say() + "  " + delivery.channel() + ": "
                + Door.lower(delivery.state()) + fate);
    }
}
