package dev.parley.runtime.call;

import dev.parley.runtime.codec.JsonReader;
import dev.parley.runtime.json.JsonValue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The two ways to make a call, which must not differ in what comes of it. */
enum Mode {
    SYNC {
        @Override
        <T> ApiResponse<T> send(ApiCall<T> call) {
            return call.send();
        }
    },
    ASYNC {
        @Override
        <T> ApiResponse<T> send(ApiCall<T> call) {
            try {
                return call.sendAsync().get(60, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException unchecked) {
                    throw unchecked;
                }
                throw new AssertionError(e);
            } catch (InterruptedException | TimeoutException e) {
                throw new AssertionError(e);
            }
        }
    };

    abstract <T> ApiResponse<T> send(ApiCall<T> call);

    ApiResponse<JsonValue> send(ClientOptions.Builder options, RequestBuilder request) {
        try (ApiConnection connection = new ApiConnection(options.build())) {
            return send(connection.call(request, JsonReader::readValue));
        }
    }
}
