package dev.vigil.notify;

import dev.vigil.core.port.Channel;
import dev.vigil.core.run.Notice;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Publishes to an ntfy topic. The notice's id goes along as {@code X-Sequence-ID}: from ntfy 2.16 on, a message with a
 * sequence id that was seen before replaces the earlier one on the phone (docs.ntfy.sh/publish, on updating
 * notifications); older servers ignore it and show a repeat twice. A redirect is never followed, so that neither text
 * nor token reaches a host that nobody named.
 */
public final class NtfyChannel implements Channel {
    /** ntfy makes an attachment of anything above 4,096 bytes. */
    private static final int LONGEST = 4_000;

    private static final int ANSWER_LENGTH = 2_000;
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final NtfySettings settings;
    private final InstantSource clock;
    private final HttpClient http;

    /** @param clock for a Retry-After that names a date */
    public NtfyChannel(NtfySettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT.compareTo(settings.patience()) < 0 ? CONNECT : settings.patience())
                .build();
    }

    @Override
    public String name() {
        return "ntfy";
    }

    @Override
    public void send(Notice notice) throws Undelivered {
        HttpResponse<String> answer = answer(request(notice));
        int status = answer.statusCode();
        if (status / 100 == 2) {
            requireNoPage(answer);
        } else if (status / 100 == 3) {
            throw moved(answer);
        } else if (status == 429) {
            throw new Undelivered("The ntfy server asks for a break: too many notices.", true, pause(answer), null);
        } else if (status == 408 || status / 100 == 5) {
            throw new Undelivered(
                    "The ntfy server has trouble of its own (" + status + ").", true, pause(answer), null);
        } else if (status == 401 || status == 403) {
            throw new Undelivered(
                    "The ntfy server does not let Vigil publish to this topic; check the token in the settings.",
                    false,
                    null);
        } else {
            String said = PlainText.line(answer.body(), 200);
            throw new Undelivered("The ntfy server refused the notice (" + status + "): " + said, false, null);
        }
    }

    private HttpRequest request(Notice notice) throws Undelivered {
        String text = PlainText.bytes(PlainText.lines(notice.say(), LONGEST), LONGEST);
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.topic())
                .timeout(settings.patience())
                .header("Content-Type", "text/plain; charset=utf-8")
                .header("X-Sequence-ID", WireId.of(notice))
                .header("X-Title", "Vigil, watch " + notice.watch())
                .header("X-Tags", tag(notice))
                .POST(HttpRequest.BodyPublishers.ofString(text.isEmpty() ? "(no text)" : text));
        if (notice.urgent()) {
            request.header("X-Priority", "urgent");
        }
        if (settings.token() != null) {
            request.header("Authorization", "Bearer " + token());
        }
        return request.build();
    }

    /** Checked here, because the HTTP client would put a bad one into its message and so into the log. */
    private String token() throws Undelivered {
        String token = settings.token().get().strip();
        if (!token.matches("[!-~]+")) {
            throw new Undelivered("The ntfy token in the settings is no token; copy it again.", false, null);
        }
        return token;
    }

    /** Names of ntfy's emoji short codes. */
    private static String tag(Notice notice) {
        if (notice.urgent()) {
            return "rotating_light";
        }
        return switch (notice.act()) {
            case "suggest_break" -> "coffee";
            case "digest" -> "newspaper";
            default -> "bell";
        };
    }

    /** The client's own time-out ends with the headers; this one bounds the body too. */
    private HttpResponse<String> answer(HttpRequest request) throws Undelivered {
        CompletableFuture<HttpResponse<String>> answer =
                http.sendAsync(request, info -> new BoundedText(ANSWER_LENGTH));
        try {
            return answer.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new Undelivered("The ntfy server did not answer in time.", true, late);
        } catch (ExecutionException failed) {
            throw new Undelivered("The ntfy server could not be reached.", true, failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Undelivered("Vigil was stopped while it talked to the ntfy server.", true, stopped);
        } finally {
            answer.cancel(true);
        }
    }

    /** A network that wants a login first answers anything with its own page. */
    private static void requireNoPage(HttpResponse<String> answer) throws Undelivered {
        if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
            throw new Undelivered(
                    "A web page answered in place of the ntfy server; is there a login to do?", true, null);
        }
    }

    /** Only a lasting move is the address's fault; the others are what a network does that wants a login first. */
    private static Undelivered moved(HttpResponse<String> answer) {
        boolean lasting = answer.statusCode() == 301 || answer.statusCode() == 308;
        String where = PlainText.line(answer.headers().firstValue("Location").orElse("another address"), 200);
        return new Undelivered(
                "The ntfy server sends Vigil on to " + where + ", and Vigil does not follow; put the right address into"
                        + " the settings.",
                !lasting,
                null);
    }

    /** RFC 9110, section 10.2.3: seconds or a date. */
    private Duration pause(HttpResponse<String> answer) {
        String value = answer.headers().firstValue("Retry-After").orElse("").strip();
        if (value.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        try {
            Instant till = DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from);
            Duration pause = Duration.between(clock.instant(), till);
            return pause.isNegative() ? null : pause;
        } catch (DateTimeException none) {
            return null;
        }
    }
}
