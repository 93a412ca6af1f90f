package dev.parley.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.runtime.call.Calls;
import dev.parley.runtime.call.ClientOptions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpHeadersTest {

    @Test
    void headers_anyCase_areFound() {
        HttpHeaders headers = HttpHeaders.builder()
                .add("X-Request-ID", "req_1")
                .add("x-request-id", "req_2")
                .build();

        assertThat(headers.first("x-ReQuest-Id")).isEqualTo("req_1");
        assertThat(headers.all("X-REQUEST-ID")).containsExactly("req_1", "req_2");
        assertThat(headers.contains("x-request-id")).isTrue();
        assertThat(headers.names()).containsExactly("x-request-id");
    }

    @Test
    void headers_absent_areNull() {
        assertThat(HttpHeaders.EMPTY.first("x")).isNull();
        assertThat(HttpHeaders.EMPTY.all("x")).isEmpty();
        assertThat(HttpHeaders.EMPTY.isEmpty()).isTrue();
    }

    @Test
    void builder_set_dropsEarlierValues() {
        HttpHeaders headers = HttpHeaders.builder()
                .add("A", "1")
                .add("a", "2")
                .set("A", "3")
                .add("b", "4")
                .remove("B")
                .build();

        assertThat(headers.asMap()).containsOnlyKeys("a");
        assertThat(headers.all("a")).containsExactly("3");
    }

    @Test
    void builder_usedOn_leavesBuiltHeadersAlone() {
        HttpHeaders.Builder builder = HttpHeaders.builder().add("a", "1");
        HttpHeaders built = builder.build();
        builder.add("a", "2");
        built.toBuilder().add("a", "3");

        assertThat(built.all("a")).containsExactly("1");
        assertThatThrownBy(() -> built.asMap().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> built.all("a").add("x")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void equals_sameValues_areEqual() {
        HttpHeaders headers = HttpHeaders.builder().add("A", "1").add("b", "2").build();

        assertThat(HttpHeaders.builder().add("B", "2").add("a", "1").build())
                .isEqualTo(headers)
                .hasSameHashCodeAs(headers);
        assertThat(headers).isNotEqualTo(HttpHeaders.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret\rx", "secret\nx", "secret\r\nx: y", "secret\0", "secret\u0001", "secret\u007f"})
    void builder_controlCharacterInAValue_isRefusedWithoutShowingIt(String value) {
        assertThatThrownBy(() -> HttpHeaders.builder().add("x-custom", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'x-custom'")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> HttpHeaders.builder().set("x-custom", value))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Calls.retrieve().header("x-custom", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'x-custom'")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> ClientOptions.builder().header("x-custom", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a:b", "a\r\nb", "a\0", "ä", "(x)"})
    void builder_nameThatIsNoToken_isRefused(String name) {
        assertThatThrownBy(() -> HttpHeaders.builder().add(name, "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name of a header")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\r", "\n", "\0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "content-length", "Transfer-Encoding", "connection", "upgrade", "expect"})
    void request_headerOfTheTransport_isRefused(String name) {
        assertThatThrownBy(() -> Calls.retrieve().header(name, "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + name + "'");
        assertThatThrownBy(() -> ClientOptions.builder().header(name, "1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void request_headerBeyondAscii_isRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> Calls.retrieve().header("x-name", "Zoë"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'x-name'")
                .hasMessageContaining("U+00EB")
                .hasMessageNotContaining("Zo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "Proxy-Authorization",
                "api-key",
                "X-Api-Key",
                "Cookie",
                "Set-Cookie",
                "x-auth-token",
                "x-accesstoken",
                "X-Auth"
            })
    void toString_sensitiveHeader_isMasked(String name) {
        HttpHeaders headers = HttpHeaders.builder()
                .add(name, "hidden")
                .add("x-ratelimit-remaining-tokens", "17")
                .build();

        assertThat(headers.toString()).contains("***", "[17]").doesNotContain("hidden");
        assertThat(headers.all(name)).isEqualTo(List.of("hidden"));
    }
}
