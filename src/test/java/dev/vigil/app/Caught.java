package dev.vigil.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** A server on loopback that takes notices as ntfy does, and remembers their ids and texts. */
final class Caught implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Set<String>> idsByText = new TreeMap<>();

    Caught() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String id = exchange.getRequestHeaders().getFirst("X-Sequence-ID");
        synchronized (this) {
            idsByText.computeIfAbsent(plain(text), key -> new TreeSet<>()).add(String.valueOf(id));
            notifyAll();
        }
        byte[] answer = "{\"id\":\"ok\"}".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    /** The part of a text that the test made up: "parcel 3x", "tick number 4". */
    private static String plain(String text) {
        return text.replaceFirst("(?s).*?(parcel \\d+x|tick number \\d+).*", "$1");
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    synchronized Set<String> texts() {
        return new TreeSet<>(idsByText.keySet());
    }

    synchronized Map<String, Set<String>> idsByText() {
        return new TreeMap<>(idsByText);
    }

    /** Waits until what was caught is enough, at most so many seconds. */
    synchronized void await(Predicate<Set<String>> enough, int seconds) throws InterruptedException {
        long till = System.nanoTime() + seconds * 1_000_000_000L;
        while (!enough.test(idsByText.keySet())) {
            long left = (till - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
