package dev.vigil.engine.deliver;

/** What Vigil says when there is no device or channel for something. */
final class Nowhere {
    private Nowhere() {}

    static String sentence(String channel, String act) {
        return switch (channel) {
            case Routing.SCREEN -> "There is no screen here that Vigil can dim yet.";
            case Routing.CALENDAR ->
                "There is no calendar here that Vigil can write to yet, so the time was not blocked.";
            case Routing.DRAFTS ->
                act.equals("soften")
                        ? "There is no mail program here whose drafts Vigil can see yet, so no wording was offered."
                        : "There is no mail program here that Vigil can put a draft into yet.";
            case Routing.LABELS -> "There is no mailbox here that Vigil can label mail in yet.";
            case Routing.FORWARD -> "Vigil cannot forward mail yet, so nothing was sent.";
            case Routing.COMMAND -> "Commands are switched off here, so it was not run.";
            case Routing.NTFY ->
                "No phone is set up; give ntfy a topic in the settings, and the next notice goes there.";
            case Routing.MAIL ->
                "No outgoing mail is set up; give the mail channel a server in the settings, and the next"
                        + " notice goes there.";
            case Routing.DESKTOP ->
                "There is no desktop here that shows notices; install notify-send, and the next notice"
                        + " goes there.";
            case Routing.TERMINAL ->
                "Nobody was looking: Vigil ran without a terminal, and no other channel is set up.";
            default -> "There is nothing here that can do “" + act + "” by “" + channel + "” yet.";
        };
    }
}
