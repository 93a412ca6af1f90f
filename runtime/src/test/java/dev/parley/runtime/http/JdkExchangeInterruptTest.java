package dev.parley.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An interrupt that comes when the JDK has the answer already, but has not handed it out. */
class JdkExchangeInterruptTest {

    @Test
    void send_interruptedBehindTheHeaders_givesUpTheBody() {
        StubClient.Source source = new StubClient.Source();
        try (JdkHttpTransport transport = JdkHttpTransport.of(new InterruptedClient(source))) {
            assertThatThrownBy(() -> transport.send(TransportKind.get("http://127.0.0.1/")))
                    .isInstanceOf(InterruptedException.class);
        }
        assertThat(source.cancelled).isTrue();
    }

    /** Begins with the body, and is interrupted. */
    private static final class InterruptedClient extends StubClient {
        private final Source source;

        InterruptedClient(Source source) {
            this.source = source;
        }

        @Override
        public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) throws InterruptedException {
            handler.apply(new Head(Map.of())).onSubscribe(source);
            throw new InterruptedException();
        }
    }
}
