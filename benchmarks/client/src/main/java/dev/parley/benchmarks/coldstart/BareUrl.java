package dev.parley.benchmarks.coldstart;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;

/** {@code HttpURLConnection} and a scan of the tokens. */
final class BareUrl {
    private BareUrl() {}

    /** Takes the base URL and the conversation. */
    public static void main(String[] arguments) throws IOException {
        URLConnection connection = new URL(Scan.address(arguments)).openConnection();
        connection.setRequestProperty("authorization", Scan.AUTHORIZATION);
        try (InputStream body = connection.getInputStream()) {
            Finish.with(Scan.strings(body.readAllBytes()));
        }
    }
}
