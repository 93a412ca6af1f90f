package dev.parley.benchmarks.coldstart;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** {@code java.net.http} and a scan of the tokens. */
final class BareNet {
    private BareNet() {}

    /** Takes the base URL, the conversation, and {@code build} if nothing is to be fetched. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        if (arguments.length > 2) {
            Finish.with(client.version().toString());
            return;
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(Scan.address(arguments)))
                .version(HttpClient.Version.HTTP_1_1)
                .header("authorization", Scan.AUTHORIZATION)
                .build();
        HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        Finish.with(Scan.strings(response.body()));
    }
}
