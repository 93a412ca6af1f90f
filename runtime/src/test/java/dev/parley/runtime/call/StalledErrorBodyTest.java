package dev.parley.runtime.call;

import static dev.parley.runtime.call.ScriptServer.response;
import static dev.parley.runtime.call.ScriptServer.stalling;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.http.UrlConnectionTransport;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A failed attempt whose body stalls, where no thread of the executor is free to give it up. */
@Timeout(120)
class StalledErrorBodyTest {

    private static ClientOptions.Builder options(ScriptServer server) {
        return Calls.options(server.url())
                .timeout(Duration.ofMinutes(1))
                .retryPolicy(RetryPolicy.builder().baseDelay(Duration.ZERO).build());
    }

    @Test
    void send_executorWithoutAFreeThread_isTriedAgain() throws Exception {
        try (ScriptServer server = new ScriptServer(stalling(500), response(200, "{}"));
                ApiConnection connection =
                        new ApiConnection(options(server).executor(task -> {}).build())) {
            ApiResponse<?> response = connection.call(Calls.retrieve()).send();

            assertThat(response.attempts()).isEqualTo(2);
            assertThat(response.elapsed()).isLessThan(Duration.ofSeconds(40));
        }
    }

    @Test
    void sendAsync_oneThreadForATransportThatBlocks_isTriedAgain() throws Exception {
        ExecutorService one = Executors.newSingleThreadExecutor();
        try (ScriptServer server = new ScriptServer(stalling(500), response(200, "{}"));
                UrlConnectionTransport transport = UrlConnectionTransport.create();
                ApiConnection connection = new ApiConnection(
                        options(server).transport(transport).executor(one).build())) {
            ApiResponse<?> response =
                    connection.call(Calls.retrieve()).sendAsync().get(30, TimeUnit.SECONDS);

            assertThat(response.attempts()).isEqualTo(2);
        } finally {
            one.shutdown();
        }
    }
}
