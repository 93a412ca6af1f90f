package dev.parley.benchmarks.coldstart;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The server while it runs, and the key store by which its clients trust it. */
final class Loopback implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;
    private final Path keys;
    private final String[] ports;

    private Loopback(Process process, Path keys) throws IOException {
        this.process = process;
        this.keys = keys;
        out = process.inputReader();
        String line = out.readLine();
        if (line == null) {
            throw new IllegalStateException("the server did not start");
        }
        ports = line.split(" ");
    }

    /** Starts one with a certificate of its own making. */
    static Loopback start(Path folder) throws IOException, InterruptedException {
        Jdk jdk = Jdk.running();
        Path keys = folder.resolve("keys.p12");
        Files.deleteIfExists(keys);
        Process keytool = new ProcessBuilder(
                        jdk.program("keytool"),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-dname",
                        "CN=loopback",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        PageServer.PASSWORD)
                .inheritIO()
                .start();
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException("keytool made no certificate");
        }
        return new Loopback(
                new ProcessBuilder(
                                jdk.program("java"),
                                "-cp",
                                System.getProperty("java.class.path"),
                                PageServer.class.getName(),
                                keys.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start(),
                keys);
    }

    String url(boolean secure) {
        return secure ? "https://127.0.0.1:" + ports[1] + "/v1" : "http://127.0.0.1:" + ports[0] + "/v1";
    }

    /** Returns the options by which a JVM trusts the server and nobody else. */
    List<String> trust() {
        return List.of(
                "-Djavax.net.ssl.trustStore=" + keys, "-Djavax.net.ssl.trustStorePassword=" + PageServer.PASSWORD);
    }

    @Override
    public void close() throws IOException {
        out.close();
        process.destroy();
    }
}
