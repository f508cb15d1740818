package dev.vigil.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole process, killed with SIGKILL again and again while mail arrives and clock watches fall due. What goes out is
 * caught by a server that the killed process does not know of.
 */
class KillTest {
    private static final int KILLS = 50;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    @TempDir
    Path dir;

    private final Random random = new Random(20261122);
    private final List<String> sent = new ArrayList<>();

    @Test
    void a_process_killed_fifty_times_loses_no_notice_and_doubles_none() throws Exception {
        Path mails = Files.createDirectories(dir.resolve("mails"));
        try (Caught caught = new Caught()) {
            Console console = new Console(dir);
            console.now = InstantSource.system().instant();
            console.env.put("VIGIL_CHANNELS", "ntfy");
            console.env.put("VIGIL_NTFY_URL", caught.url());
            console.env.put("VIGIL_NTFY_TOPIC", "kill");
            console.env.put("VIGIL_ME", "me@kill.example");
            assertThat(console.type("source", "add", "mail", mails.toString()).status())
                    .isZero();
            Set<String> ticks = arm(console);

            for (int kill = 0; kill < KILLS; kill++) {
                Process vigil = start(console.env, console.home);
                boolean early = random.nextInt(4) == 0;
                if (!early) {
                    ready(vigil);
                }
                write(mails);
                // the moment of the kill is what is random here; nothing is waited for
                vigil.waitFor(random.nextInt(early ? 1_500 : 400), TimeUnit.MILLISECONDS);
                vigil.destroyForcibly().waitFor();
                write(mails);
            }

            Process last = start(console.env, console.home);
            ready(last);
            caught.await(told -> told.containsAll(sent) && told.containsAll(ticks), 150);
            last.destroy();
            assertThat(last.waitFor(30, TimeUnit.SECONDS)).isTrue();

            assertThat(caught.texts())
                    .as("every mail and every tick was told")
                    .containsAll(sent)
                    .containsAll(ticks);
            caught.idsByText()
                    .forEach(
                            (text, ids) -> assertThat(ids).as("ids of %s", text).hasSize(1));
            assertThat(outbox(console))
                    .as("rows of the outbox")
                    .doesNotHaveDuplicates()
                    .hasSize(caught.idsByText().size());
        }
    }

    private Set<String> arm(Console console) {
        StringBuilder watches = new StringBuilder();
        watches.append("{\"kind\":\"watch\",\"watch\":{\"when\":[{\"on\":\"mail\",\"subject\":\"parcel\"}],"
                + "\"then\":[{\"do\":\"notify\"}],\"repeat\":\"always\"}}\n");
        Set<String> ticks = new TreeSet<>();
        for (int i = 0; i < 40; i++) {
            ticks.add("tick number " + i);
            watches.append("{\"kind\":\"watch\",\"watch\":{\"when\":[{\"on\":\"time\",\"in\":\"PT" + (3 + 4 * i)
                    + "S\"}],\"then\":[{\"do\":\"notify\",\"say\":\"tick number " + i + "\"}],\"repeat\":\"once\"}}\n");
        }
        assertThat(console.feed(watches.toString(), "arm", "-").status()).isZero();
        return ticks;
    }

    private void write(Path mails) throws IOException {
        for (int i = random.nextInt(3); i >= 0; i--) {
            int number = sent.size();
            String date = DATE.format(Instant.now().plusSeconds(1));
            Path draft = Files.writeString(
                    dir.resolve("draft"),
                    "Received: from a.example by b.example; " + date + "\r\nDate: " + date + "\r\nMessage-ID: <m"
                            + number
                            + "@kill.example>\r\nFrom: Shop <shop@kill.example>\r\nTo: me@kill.example\r\nSubject: parcel "
                            + number + "x\r\n\r\nHello\r\n");
            Files.move(draft, mails.resolve("m" + number + ".eml"), StandardCopyOption.ATOMIC_MOVE);
            sent.add("parcel " + number + "x");
        }
    }

    private Process start(Map<String, String> env, Path home) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.vigil.app.Main",
                "run",
                "--no-page");
        builder.environment().putAll(env);
        builder.environment().put("VIGIL_HOME", home.toString());
        builder.redirectError(
                ProcessBuilder.Redirect.appendTo(dir.resolve("err.txt").toFile()));
        return builder.start();
    }

    private void ready(Process vigil) throws IOException {
        var lines = vigil.inputReader();
        String line = lines.readLine();
        assertThat(line)
                .as("ready line; errors: %s", Files.readString(dir.resolve("err.txt")))
                .contains("keeps watch");
    }

    /** The ids of all outbox rows as a person sees them. */
    private static List<String> outbox(Console console) {
        List<String> ids = new ArrayList<>();
        for (String line : console.type("outbox", "--json").lines()) {
            ids.add(line.replaceFirst(".*\"id\":\"([^\"]+)\".*", "$1"));
        }
        return ids;
    }
}
