package dev.vigil.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vigil.core.port.Channel.Undelivered;
import dev.vigil.core.port.Journal;
import dev.vigil.core.run.Notice;
import dev.vigil.engine.memory.MemoryJournal;
import dev.vigil.notify.CommandAction.CommandSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandActionTest {
    @TempDir
    Path folder;

    private final Journal journal = new MemoryJournal();

    @Test
    void a_registered_command_runs_and_its_output_is_told() throws Exception {
        register("backup", "echo \"saved $1\"", "a disk; rm -rf \"x\"");

        assertThat(run("backup")).isEqualTo("The command “backup” ran: saved a disk; rm -rf \"x\"");
    }

    @Test
    void what_the_watch_says_goes_along_in_the_environment_only() throws Exception {
        register("log", "echo \"$#\"; env | grep ^VIGIL_ | sort");
        Notice notice = Notices.notice("ann/3", "run", "$(id) is\nback\u001B[2J\u0000", "level=4\nname=log", false);

        assertThat(usual().tell(notice).lines())
                .containsExactly(
                        "The command “log” ran: 0",
                        "VIGIL_BECAUSE=mail:1@shop.example",
                        "VIGIL_CAUSE=mail:1@shop.example",
                        "VIGIL_FIRED=2026-11-21T18:00:00Z",
                        "VIGIL_ID=" + WireId.of(notice),
                        "VIGIL_SAY=$(id) is",
                        "VIGIL_WATCH=3");
    }

    @Test
    void a_command_that_nobody_registered_does_not_run() {
        Undelivered failure = failure("/bin/sh");

        assertThat(failure.again()).isFalse();
        assertThat(failure)
                .hasMessage("No command is registered as “/bin/sh”; register it, and it runs the next time.");
    }

    @Test
    void a_command_of_another_person_does_not_run() {
        journal.register("ben", "backup", List.of("/bin/true"));

        assertThat(failure("backup")).hasMessageStartingWith("No command is registered");
    }

    @Test
    void a_program_that_is_gone_is_a_final_failure() {
        journal.register("ann", "backup", List.of(folder.resolve("gone").toString()));

        assertThat(failure("backup").again()).isFalse();
    }

    @Test
    void a_status_other_than_0_is_final_and_told_with_the_output() throws Exception {
        register("backup", "echo no disk >&2; exit 3");

        Undelivered failure = failure("backup");

        assertThat(failure.again()).isFalse();
        assertThat(failure).hasMessage("The command “backup” ended with status 3: no disk");
    }

    @Test
    void status_75_asks_for_another_try() throws Exception {
        register("backup", "exit 75");

        assertThat(failure("backup").again()).isTrue();
    }

    @Test
    void of_a_big_output_the_end_is_kept() throws Exception {
        register("backup", "head -c 3000000 /dev/zero | tr '\\0' x; echo done");

        String told = usual().tell(notice("backup"));

        assertThat(told)
                .hasSizeLessThan(1_600)
                .startsWith("The command “backup” ran: …xxx")
                .endsWith("xdone");
    }

    @Test
    void a_command_that_takes_too_long_is_ended_with_all_that_it_started() throws Exception {
        register(
                "backup",
                "sh -c 'trap \"\" TERM; echo $$ > " + folder
                        + "/child; while :; do sleep 600; done' & echo started; wait");
        CommandAction impatient = new CommandAction(journal, new CommandSettings(folder, Duration.ofSeconds(3), 100));

        Undelivered failure = catchThrowableOfType(Undelivered.class, () -> impatient.tell(notice("backup")));

        assertThat(failure.again()).isFalse();
        assertThat(failure).hasMessage("The command “backup” took longer than 3 s and was ended: started");
        long child = Long.parseLong(Files.readString(folder.resolve("child")).strip());
        assertThat(ProcessHandle.of(child).map(ProcessHandle::onExit).orElse(CompletableFuture.completedFuture(null)))
                .succeedsWithin(Duration.ofMinutes(1));
    }

    @Test
    void something_left_running_in_the_background_does_not_hold_it_up() throws Exception {
        register("backup", "sleep 600 & echo $!");

        String told = usual().tell(notice("backup"));

        long left = Long.parseLong(told.substring(told.lastIndexOf(' ') + 1));
        assertThat(ProcessHandle.of(left).orElseThrow().destroyForcibly()).isTrue();
    }

    @Test
    void it_reads_nothing_from_vigils_own_input() throws Exception {
        register("backup", "cat; echo end of input");

        assertThat(run("backup")).endsWith(": end of input");
    }

    private void register(String name, String script, String... arguments) throws Exception {
        Path program = Scripts.write(folder.resolve(name), script);
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        journal.register("ann", name, command);
    }

    private CommandAction usual() {
        return new CommandAction(journal, CommandSettings.USUAL);
    }

    private String run(String name) throws Undelivered {
        return usual().tell(notice(name));
    }

    private Undelivered failure(String name) {
        return catchThrowableOfType(Undelivered.class, () -> usual().tell(notice(name)));
    }

    private static Notice notice(String name) {
        return Notices.notice("n-1", "run", "floss", "name=" + name, false);
    }
}
