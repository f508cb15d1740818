package dev.vigil.notify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Puts TLS or STARTTLS before a plain SMTP server, with a certificate that is made on the spot. */
final class TlsFront implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final SSLContext context = SSLContext.getInstance("TLS");
    private final int behind;
    private final boolean startTls;

    /** @param keys from {@link #keys} */
    TlsFront(KeyStore keys, int behind, boolean startTls) throws Exception {
        this.behind = behind;
        this.startTls = startTls;
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, "changeit".toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        threads.submit(this::serve);
    }

    /** A key and certificate for a host of that name. */
    static KeyStore keys(Path folder, String name) throws IOException, InterruptedException, GeneralSecurityException {
        Path file = folder.resolve(name + ".p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "front",
                        "-keyalg",
                        "EC",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "changeit",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "SAN=dns:" + name,
                        "-validity",
                        "3650")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("keytool made no certificate");
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stored = Files.newInputStream(file)) {
            keys.load(stored, "changeit".toCharArray());
        }
        return keys;
    }

    int port() {
        return door.getLocalPort();
    }

    /** Trusts this certificate and no other. */
    SSLSocketFactory trusting() {
        return context.getSocketFactory();
    }

    private Void serve() throws IOException {
        while (true) {
            Socket client = door.accept();
            threads.submit(() -> relay(client));
        }
    }

    private Void relay(Socket client) throws IOException {
        try (client) {
            if (startTls) {
                greet(client);
            }
            SSLSocket secret =
                    (SSLSocket) context.getSocketFactory().createSocket(client, null, door.getLocalPort(), true);
            secret.setUseClientMode(false);
            secret.startHandshake();
            try (Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
                if (startTls) {
                    line(server.getInputStream());
                }
                var back = threads.submit(() -> copy(server.getInputStream(), secret.getOutputStream()));
                copy(secret.getInputStream(), server.getOutputStream());
                back.cancel(true);
            }
        }
        return null;
    }

    private static void greet(Socket client) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write("220 front ready\r\n".getBytes(StandardCharsets.US_ASCII));
        line(client.getInputStream());
        out.write("250-front\r\n250 STARTTLS\r\n".getBytes(StandardCharsets.US_ASCII));
        line(client.getInputStream());
        out.write("220 go ahead\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads no byte beyond the line: the next one belongs to TLS. */
    private static void line(InputStream in) throws IOException {
        int read = in.read();
        while (read >= 0 && read != '\n') {
            read = in.read();
        }
    }

    private static Void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[4_096];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            out.write(buffer, 0, count);
            out.flush();
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }

    /** An SMTP server that gives the same answer to every recipient. */
    static ServerSocket refusing(String reply) throws IOException {
        ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread serving = new Thread(() -> {
            try (door;
                    Socket client = door.accept()) {
                OutputStream out = client.getOutputStream();
                out.write("220 ready\r\n".getBytes(StandardCharsets.US_ASCII));
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                for (String said = in.readLine(); said != null; said = in.readLine()) {
                    String answer = said.startsWith("RCPT") ? reply : "250 fine";
                    out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException hungUp) {
                return;
            }
        });
        serving.start();
        return door;
    }
}
