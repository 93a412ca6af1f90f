package dev.parley.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JdkExchangeTest {

    @Test
    void headers_statusAmongTheHeadersOfHttp2_isLeftOut() {
        HttpHeaders headers = JdkExchange.headers(java.net.http.HttpHeaders.of(
                Map.of(":status", List.of("200"), "X-Request-Id", List.of("a", "b")), (name, value) -> true));

        assertThat(headers.asMap()).containsOnly(Map.entry("x-request-id", List.of("a", "b")));
    }

    @Test
    void send_headerThatFramesTheMessage_isRefused() {
        HttpHeaders headers =
                HttpHeaders.builder().set("transfer-encoding", "chunked").build();
        HttpRequest request = TransportKind.request("POST", "http://h/", headers, new byte[1], TransportKind.LONG);

        assertThatThrownBy(() -> new JdkExchange(request, null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("transfer-encoding");
    }
}
