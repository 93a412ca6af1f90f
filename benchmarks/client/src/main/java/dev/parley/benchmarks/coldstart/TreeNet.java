package dev.parley.benchmarks.coldstart;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code java.net.http} and a tree of jackson-databind, types left out. */
final class TreeNet {
    private TreeNet() {}

    /** Takes the base URL and the conversation. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(Scan.address(arguments)))
                .version(HttpClient.Version.HTTP_1_1)
                .header("authorization", Scan.AUTHORIZATION)
                .build();
        HttpResponse<byte[]> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        JsonNode page = JsonMapper.builder().build().readTree(response.body());
        Finish.with(Integer.toString(page.get("data").size()));
    }
}
