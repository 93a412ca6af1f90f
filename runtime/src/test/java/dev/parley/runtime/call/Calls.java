package dev.parley.runtime.call;

import dev.parley.runtime.codec.JsonReader;
import dev.parley.runtime.json.JsonValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** The calls and options that the tests of this package share. */
public final class Calls {
    public static final String KEY = "sk-planted-0123456789";

    public static final Operation RETRIEVE =
            new Operation("conversations.retrieve", "GET", "/conversations/{conversation_id}");
    public static final Operation CREATE = new Operation("conversations.create", "POST", "/conversations");
    public static final Operation LIST = new Operation("items.list", "GET", "/conversations/{conversation_id}/items");

    private Calls() {}

    public static ClientOptions.Builder options(String baseUrl) {
        return ClientOptions.builder()
                .baseUrl(baseUrl)
                .credential(KEY)
                .timeout(Duration.ofSeconds(30))
                .maxRetries(0);
    }

    /** Returns an address where nobody listens, and nobody will while the socket is open. */
    static String nobodyAt(Socket reserved) throws IOException {
        reserved.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return "127.0.0.1:" + reserved.getLocalPort();
    }

    public static RequestBuilder retrieve() {
        return RETRIEVE.request().path("conversation_id", "conv_1");
    }

    /** Sends a call over a connection of its own and returns its answer as JSON. */
    public static JsonValue send(ClientOptions.Builder options, RequestBuilder call) {
        try (ApiConnection connection = new ApiConnection(options.build())) {
            return connection.call(call, JsonReader::readValue).execute();
        }
    }
}
