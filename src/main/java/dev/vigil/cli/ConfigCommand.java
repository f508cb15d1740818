package dev.vigil.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "config", description = "Prints the effective settings, where each comes from and what it means.")
final class ConfigCommand implements Runnable {
    private final Door door;

    @Option(names = "--json", description = "One JSON object a setting.")
    private boolean json;

    ConfigCommand(Door door) {
        this.door = door;
    }

    @Override
    public void run() {
        for (Setting setting : door.rooms().settings()) {
            door.say(
                    json
                            ? new JsonLine()
                                    .put("key", setting.key())
                                    .put("value", setting.value())
                                    .put("from", setting.from())
                                    .put("about", setting.about())
                                    .end()
                            : "# " + setting.about() + " [" + setting.from() + "]\n" + setting.key() + " = "
                                    + Show.plain(setting.value()));
        }
    }
}
