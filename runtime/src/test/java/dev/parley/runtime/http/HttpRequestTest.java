package dev.parley.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpRequestTest {
    private final HttpRequest request = new HttpRequest(
            "GET",
            URI.create("http://host/a"),
            HttpHeaders.builder().set("x-a", "1").build(),
            null,
            Duration.ofSeconds(1));

    @Test
    void toBuilder_changed_leavesTheOriginalAlone() {
        byte[] body = {1};
        HttpRequest changed = request.toBuilder()
                .method("POST")
                .uri(URI.create("http://other/b"))
                .header("X-B", "2")
                .addHeader("x-b", "3")
                .removeHeader("X-A")
                .body(body)
                .timeout(Duration.ofSeconds(2))
                .build();

        assertThat(changed).hasToString("POST http://other/b");
        assertThat(changed.headers().all("x-b")).containsExactly("2", "3");
        assertThat(changed.headers().contains("x-a")).isFalse();
        assertThat(changed.body()).isSameAs(body);
        assertThat(changed.timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(request).hasToString("GET http://host/a");
        assertThat(request.headers().first("x-a")).isEqualTo("1");
        assertThat(request.toBuilder()
                        .headers(HttpHeaders.EMPTY)
                        .build()
                        .headers()
                        .isEmpty())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"content-length, 1", "host, x", "x-a, é"})
    void header_thatCannotBeSent_isRefused(String name, String value) {
        assertThatThrownBy(() -> request.toBuilder().header(name, value)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> request.toBuilder().addHeader(name, value))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"PT0S", "PT-1S"})
    void timeout_notPositive_isRefused(Duration timeout) {
        assertThatThrownBy(() -> request.toBuilder().timeout(timeout)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void toString_addressWithAPassword_doesNotShowIt() {
        assertThat(request.toBuilder()
                        .uri(URI.create("http://user:hidden@host/a"))
                        .build())
                .hasToString("GET http://host/a");
    }
}
