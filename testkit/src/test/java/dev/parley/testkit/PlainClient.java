package dev.parley.testkit;

import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;

/** A client without any knowledge of the API. */
final class PlainClient {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String baseUrl;

    PlainClient(ConversationsServer server) {
        baseUrl = server.baseUrl();
    }

    Reply get(String path) {
        return send(request(path).GET());
    }

    Reply delete(String path) {
        return send(request(path).DELETE());
    }

    Reply post(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(baseUrl + path));
    }

    Reply send(HttpRequest.Builder request) {
        try {
            return new Reply(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Creates a conversation with that body and returns its identifier. */
    String conversation(String body) {
        return post("/conversations", body).text("id");
    }

    /** Adds items, given as a JSON array, and returns the stored items. */
    List<JsonObject> add(String conversationId, String items) {
        return post("/conversations/" + conversationId + "/items", "{\"items\":" + items + "}")
                .data();
    }

    record Reply(HttpResponse<String> http) {

        int status() {
            return http.statusCode();
        }

        String body() {
            return http.body();
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        JsonObject json() {
            return (JsonObject) JsonValue.parse(body());
        }

        String text(String member) {
            return ((JsonString) member(member)).value();
        }

        JsonValue member(String name) {
            JsonValue value = json().get(name);
            if (value == null) {
                throw new AssertionError("no member " + name + " in " + body());
            }
            return value;
        }

        List<JsonObject> data() {
            return ((JsonArray) member("data"))
                    .values().stream().map(JsonObject.class::cast).toList();
        }

        List<String> ids() {
            return data().stream()
                    .map(item -> item.get("id") instanceof JsonString id ? id.value() : "")
                    .toList();
        }

        /** The member of the error envelope as JSON text. */
        String error(String member) {
            return String.valueOf(((JsonObject) member("error")).get(member));
        }
    }
}
