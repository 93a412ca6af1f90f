package dev.parley.benchmarks.stream;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The lines of the answer, and nothing made of them: what is left if a client costs nothing. */
final class BareLines {
    private BareLines() {}

    static EventSource pulled(String baseUrl) {
        HttpClient client = HttpClient.newHttpClient();
        return first -> {
            HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + "/responses"))
                    .version(HttpClient.Version.HTTP_1_1)
                    .timeout(Duration.ofMinutes(10))
                    .header("accept", "text/event-stream")
                    .header("content-type", "application/json")
                    .header("authorization", "Bearer sk-test")
                    .POST(BodyPublishers.ofString(
                            "{\"model\":\"gpt-4.1\",\"input\":\"Where is the whale?\",\"stream\":true}"))
                    .build();
            try (InputStream body =
                    client.send(request, BodyHandlers.ofInputStream()).body()) {
                return count(body, first);
            }
        };
    }

    static EventSource pulledFromMemory(byte[] events) {
        return first -> count(new ByteArrayInputStream(events), first);
    }

    private static int count(InputStream body, Runnable first) throws IOException {
        int count = 0;
        BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("data: ") && count++ == 0) {
                first.run();
            }
        }
        return count;
    }
}
