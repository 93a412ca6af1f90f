package dev.parley.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A self-signed certificate, made anew with the JDK's keytool, of a server and of whoever trusts it. */
final class TestCertificate {
    private static final char[] PASSWORD = "for this test".toCharArray();

    private final SSLContext server = SSLContext.getInstance("TLS");
    private final SSLContext trust = SSLContext.getInstance("TLS");
    private final SSLContext both = SSLContext.getInstance("TLS");

    /** @param name what the certificate is for, such as {@code ip:127.0.0.1} */
    TestCertificate(Path folder, String name) throws GeneralSecurityException, IOException, InterruptedException {
        Path file = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
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
                        "CN=parley test",
                        "-ext",
                        "san=" + name,
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        String output = new String(keytool.getInputStream().readAllBytes());
        if (keytool.waitFor() != 0) {
            throw new IOException(output);
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keyManagers.init(keys, PASSWORD);
        server.init(keyManagers.getKeyManagers(), null, null);

        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", keys.getCertificate("server"));
        TrustManagerFactory trustManagers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trustManagers.init(trusted);
        trust.init(null, trustManagers.getTrustManagers(), null);
        both.init(keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), null);
    }

    SSLContext server() {
        return server;
    }

    SSLContext trust() {
        return trust;
    }

    /** Returns a context that shows the certificate and trusts it: that of either side where both have to show one. */
    SSLContext both() {
        return both;
    }
}
