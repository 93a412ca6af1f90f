package dev.parley.benchmarks.coldstart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A process of its own that answers every request with one page of a hundred items, half of them messages, half calls of
 * functions; over plain HTTP/1.1 on one port and over TLS on another.
 */
final class PageServer {
    static final String PASSWORD = "of this run";

    private static final int ITEMS = 100;

    private final byte[] answer;

    private PageServer(byte[] answer) {
        this.answer = answer;
    }

    /** Takes a key store; prints the two ports and serves until its input ends. */
    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(Path.of(arguments[0]))) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        InetAddress loopback = InetAddress.getLoopbackAddress();
        PageServer server = new PageServer(answer());
        ServerSocket plain = new ServerSocket(0, 50, loopback);
        ServerSocket secure = tls.getServerSocketFactory().createServerSocket(0, 50, loopback);
        server.start(plain);
        server.start(secure);
        System.out.println(plain.getLocalPort() + " " + secure.getLocalPort());
        while (System.in.read() >= 0) {
            // goes on as long as the process that measures
        }
        System.exit(0);
    }

    private void start(ServerSocket server) {
        Thread thread = new Thread(() -> accept(server));
        thread.setDaemon(true);
        thread.start();
    }

    private void accept(ServerSocket server) {
        while (true) {
            try {
                Socket socket = server.accept();
                Thread thread = new Thread(() -> serve(socket));
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            while (skipHead(in)) {
                out.write(answer);
                out.flush();
            }
        } catch (IOException clientIsGone) {
            // as every one goes in the end
        }
    }

    /** Reads to the empty line; returns whether there was a request. */
    private static boolean skipHead(InputStream in) throws IOException {
        int lineEnds = 0;
        while (lineEnds < 2) {
            int octet = in.read();
            if (octet < 0) {
                return false;
            }
            if (octet != '\r') {
                lineEnds = octet == '\n' ? lineEnds + 1 : 0;
            }
        }
        return true;
    }

    private static byte[] answer() {
        StringBuilder page = new StringBuilder("{\"object\":\"list\",\"data\":[");
        for (int i = 0; i < ITEMS; i++) {
            page.append(i == 0 ? "" : ",").append(i % 2 == 0 ? message(i) : functionCall(i));
        }
        page.append("],\"first_id\":\"msg_0\",\"last_id\":\"fc_99\",\"has_more\":false}");
        byte[] body = page.toString().getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.writeBytes(
                ("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: " + body.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        answer.writeBytes(body);
        return answer.toByteArray();
    }

    private static String message(int number) {
        return "{\"id\":\"msg_" + number + "\",\"type\":\"message\",\"status\":\"completed\",\"role\":\"assistant\","
                + "\"content\":[{\"type\":\"output_text\",\"text\":\"Answer number " + number
                + ", a sentence of the usual length that a model gives, and one more.\","
                + "\"annotations\":[],\"logprobs\":[]}]}";
    }

    private static String functionCall(int number) {
        return "{\"id\":\"fc_" + number + "\",\"type\":\"function_call\",\"status\":\"completed\",\"call_id\":\"call_"
                + number + "\",\"name\":\"get_weather\","
                + "\"arguments\":\"{\\\"city\\\":\\\"Paris\\\",\\\"unit\\\":\\\"c\\\"}\"}";
    }
}
