package dev.vigil.notify;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on a free port that writes down what was published and answers as it was told, else with 200. */
public final class NtfyServer implements AutoCloseable {
    public record Published(String path, Headers headers, String text) {}

    private record Answer(int status, Map<String, String> headers, String body) {}

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Published> published = new CopyOnWriteArrayList<>();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean silent;

    public NtfyServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext("/", this::handle);
        http.start();
    }

    public String topic() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/my-topic";
    }

    public NtfyServer answering(int status, Map<String, String> headers, String body) {
        answers.add(new Answer(status, headers, body));
        return this;
    }

    public NtfyServer answering(int status) {
        return answering(status, Map.of(), "");
    }

    /** Takes requests and never answers. */
    public NtfyServer silent() {
        silent = true;
        return this;
    }

    public List<Published> published() {
        return published;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        published.add(new Published(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), text));
        if (silent) {
            awaitClose();
            exchange.close();
            return;
        }
        Answer planned = answers.poll();
        Answer answer = planned == null
                ? new Answer(200, Map.of("Content-Type", "application/json"), "{\"id\":\"x\",\"event\":\"message\"}")
                : planned;
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        http.stop(0);
        threads.shutdownNow();
    }
}
