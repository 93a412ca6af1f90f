package dev.parley.conformance.cost;

import dev.parley.openai.OpenAiClient;
import dev.parley.openai.model.ConversationItemListRequest;
import dev.parley.runtime.http.UrlConnectionTransport;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Programs that fetch one page and end: the client over either transport, and each transport with a scan of the tokens. */
final class FirstPage {
    private FirstPage() {}

    /** The client as it comes. */
    static final class OverJavaNetHttp {
        private OverJavaNetHttp() {}

        public static void main(String[] arguments) {
            fetch(OpenAiClient.builder().baseUrl(arguments[0]).apiKey("key").build());
        }
    }

    /** The client with the transport for short-lived processes. */
    static final class OverUrlConnection {
        private OverUrlConnection() {}

        public static void main(String[] arguments) {
            fetch(OpenAiClient.builder()
                    .baseUrl(arguments[0])
                    .apiKey("key")
                    .transport(UrlConnectionTransport.create())
                    .build());
        }
    }

    private static void fetch(OpenAiClient client) {
        try (client) {
            ConversationItemListRequest request =
                    ConversationItemListRequest.builder().limit(100L).build();
            System.out.println(client.conversations()
                    .items()
                    .list("conv_1", request)
                    .items()
                    .size());
        }
    }

    /** The first of them without the client. */
    static final class BareJavaNetHttp {
        private BareJavaNetHttp() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address(arguments)))
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
            HttpClient client = HttpClient.newHttpClient();
            scan(client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
        }
    }

    /** The second of them without the client. */
    static final class BareUrlConnection {
        private BareUrlConnection() {}

        public static void main(String[] arguments) throws IOException {
            try (InputStream body = new URL(address(arguments)).openStream()) {
                scan(body.readAllBytes());
            }
        }
    }

    private static String address(String[] arguments) {
        return arguments[0].concat("/conversations/conv_1/items?limit=100");
    }

    private static void scan(byte[] json) {
        int strings = 0;
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                strings += token == JsonToken.VALUE_STRING ? parser.getString().length() : 0;
            }
        }
        System.out.println(strings);
    }
}
