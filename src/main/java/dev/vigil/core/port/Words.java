package dev.vigil.core.port;

import dev.vigil.core.watch.Watch;
import java.time.ZoneId;

/** Says a watch back in plain English. */
public interface Words {
    /** One sentence that a person would sign: "I'll tell you once, when …". */
    String say(Watch watch, ZoneId zone);
}
