package dev.vigil.language;

import dev.vigil.core.port.Words;
import dev.vigil.core.watch.Proposal;
import java.time.ZoneId;
import java.util.List;

/** What is said of a proposal, whatever its kind: the watch said back, the question to ask, or why it cannot be done. */
public final class ProposalWords {
    private final Words words;

    public ProposalWords(Words words) {
        this.words = words;
    }

    /** One sentence or two; a list of several goals numbers them. */
    public String say(Proposal proposal, ZoneId zone) {
        if (proposal instanceof Proposal.Armable armable) {
            return words.say(armable.watch(), zone);
        }
        if (proposal instanceof Proposal.Question question) {
            return question(question.ask());
        }
        if (proposal instanceof Proposal.Unsupported unsupported) {
            return unsupported(unsupported.missing());
        }
        if (proposal instanceof Proposal.Query) {
            return "That asks for an answer now, and I only keep watch for what is to come: look at your list of watches,"
                    + " your mail or your calendar, or say what I should tell you about when it happens.";
        }
        if (proposal instanceof Proposal.Change) {
            return "That changes something that exists, and I only set up new watches from a sentence: pause, snooze or"
                    + " remove a watch in your list, and change events in your calendar.";
        }
        if (proposal instanceof Proposal.Act act) {
            return act(act.task());
        }
        if (proposal instanceof Proposal.Several several) {
            return several(several.of(), zone);
        }
        return "I heard nothing to keep watch for: say what I should look out for and what I should do then, such as"
                + " \"tell me when the invoice from the garage arrives\".";
    }

    private static String question(String ask) {
        return switch (ask) {
            case "threshold" -> "Above or below which value? Please say your goal again with the number in it.";
            case "what" ->
                "What is it about? Please say your goal again with what I should look out for or remind you of.";
            case "who" -> "Who is meant? Please say your goal again with the name of the person or company.";
            case "when" -> "When should that be? Please say your goal again with a time that is still to come.";
            default -> "Which one is meant? Please say your goal again with what tells it from the others.";
        };
    }

    private static String unsupported(String missing) {
        return switch (missing) {
            case "weather" -> needs("I can't see the weather", "a weather connector");
            case "location" -> needs("I don't know where you are", "a connector that knows your location");
            case "travel time" -> needs("I can't see traffic or travel times", "a connector for routes");
            case "home" -> needs("I'm not connected to devices in your home", "a connector for your home");
            case "web" -> needs("I can't watch web pages", "a web connector");
            case "social" -> needs("I can't see social networks", "a connector for that network");
            case "news" -> needs("I can't see the news", "a news connector");
            case "market" -> needs("I can't see prices and rates of the markets", "a market connector");
            case "phone" -> needs("I can't see or use your phone's calls and messages", "a connector for your phone");
            case "music" -> needs("I can't play or see music", "a connector for your music");
            case "other people" ->
                "I can only tell and remind you, not somebody else: to do this I would need a way to"
                        + " reach them and their consent.";
            case "language" -> "I only understand English so far: please say your goal in English.";
            default -> needs("I can't see or do what this takes", "a connector that can");
        };
    }

    private static String needs(String lack, String need) {
        return lack + ", so I can't keep watch for this: it would need " + need + ".";
    }

    private static String act(String task) {
        String deed = switch (task) {
            case "add_event" -> "put an event in your calendar";
            case "send_mail" -> "send a mail";
            case "schedule_meeting" -> "find a time for a meeting";
            default -> "do something once, right now";
        };
        return "That asks me to " + deed
                + ", and I only keep watch: please do it yourself, or say what I should look out" + " for afterwards.";
    }

    private String several(List<Proposal> goals, ZoneId zone) {
        StringBuilder said = new StringBuilder("That is " + goals.size() + " goals in one.");
        for (int i = 0; i < goals.size(); i++) {
            said.append(" (").append(i + 1).append(") ").append(say(goals.get(i), zone));
        }
        return said.toString();
    }
}
