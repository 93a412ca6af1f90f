package dev.parley.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.http.HttpTransport;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientOptionsTest {

    @ParameterizedTest
    @CsvSource({
        "https://api.openai.com/v1, https://api.openai.com/v1",
        "https://api.openai.com/v1/, https://api.openai.com/v1",
        "https://api.openai.com, https://api.openai.com",
        "https://api.openai.com/, https://api.openai.com",
        "http://localhost:8080, http://localhost:8080",
        "HTTP://[::1]:8080/a/b/, HTTP://[::1]:8080/a/b",
        "https://host/pre%20fix/v1, https://host/pre%20fix/v1"
    })
    void baseUrl_withOrWithoutSlashAndPrefix_isJoinedWithThePath(String url, String base) {
        ClientOptions options = ClientOptions.builder().baseUrl(url).build();

        assertThat(options.baseUrl()).isEqualTo(base);
        assertThat(options.base(Calls.RETRIEVE).resolve("/conversations?x=1")).hasToString(base + "/conversations?x=1");
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://host/v1, scheme 'ftp'",
        "file:///etc/passwd, scheme 'file'",
        "host/v1, no scheme",
        "localhost:8080, scheme 'localhost'",
        "'', no scheme",
        "https://host/v1?key=hunter2, query",
        "https://host/v1?, query",
        "https://host/v1#hunter2, fragment",
        "https://user:hunter2@host/v1, user information",
        "https://hunter2@/v1, user information",
        "https:///v1, host",
        "https://my_host/v1, host",
        "https://host:99999/v1, port",
        "https://host/a/../hunter2, '..'",
        "https://host//v1, '//'",
        "'https://host/hunter2 x', cannot be read",
        "'https://host/hunter2\n', cannot be read"
    })
    void baseUrl_thatCannotWork_isRefusedWithoutEchoingIt(String url, String reason) {
        assertThatThrownBy(() -> ClientOptions.builder().baseUrl(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("base URL")
                .hasMessageContaining(reason)
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }

    @Test
    void build_withoutABaseUrl_saysHowToSetIt() {
        assertThatThrownBy(() -> ClientOptions.builder().build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("baseUrl");
    }

    @Test
    void build_withNothingElse_hasTheDefaults() {
        ClientOptions options = ClientOptions.builder().baseUrl("http://host").build();

        assertThat(options.timeout()).isEqualTo(Duration.ofMinutes(10));
        assertThat(options.connectTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(options.maxResponseBytes()).isEqualTo(256 * 1024 * 1024);
        assertThat(options.headers().isEmpty()).isTrue();
        assertThat(options.transport()).isNull();
    }

    @Test
    void toBuilder_unchanged_keepsEverything() {
        HttpTransport transport = request -> {
            throw new AssertionError("nothing is sent here");
        };
        ClientOptions options = ClientOptions.builder()
                .baseUrl("http://host/v1")
                .credential("sk-planted-1")
                .credentialHint("set KEY")
                .header("x-a", "1")
                .timeout(Duration.ofSeconds(1))
                .connectTimeout(Duration.ofSeconds(2))
                .transport(transport)
                .userAgent("agent/1")
                .maxResponseBytes(3)
                .build();
        ClientOptions copy = options.toBuilder().build();

        assertThat(copy).hasToString(options.toString());
        assertThat(copy.transport()).isSameAs(transport);
        assertThat(copy.credentials().choose(Calls.RETRIEVE.request(), HttpHeaders.EMPTY, List.of()))
                .extracting(Credentials.Secret::value)
                .containsExactly("sk-planted-1");
        assertThat(copy.credentialHint()).isEqualTo("set KEY");
    }

    @Test
    void toBuilder_changed_leavesTheOriginalAlone() {
        ClientOptions options =
                ClientOptions.builder().baseUrl("http://host").header("a", "1").build();
        options.toBuilder().header("a", "2").baseUrl("http://other").build();

        assertThat(options.headers().all("a")).containsExactly("1");
        assertThat(options.baseUrl()).isEqualTo("http://host");
    }

    @Test
    void toString_withSecrets_masksThem() {
        ClientOptions options = ClientOptions.builder()
                .baseUrl("http://host")
                .credential("sk-planted-1")
                .header("api-key", "planted-2")
                .header("x-plain", "visible")
                .build();

        assertThat(options.toString()).contains("http://host", "visible").doesNotContain("planted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk-planted\n", "sk-planted\r\nx: y", "sk-plantedé"})
    void credential_thatCannotBeSent_isRefusedWithoutShowingIt(String key) {
        assertThatThrownBy(() -> ClientOptions.builder().credential(key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("authorization")
                .hasMessageNotContaining("planted");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Integer.MAX_VALUE, Long.MAX_VALUE})
    void maxResponseBytes_outOfRange_isRefused(long bytes) {
        assertThatThrownBy(() -> ClientOptions.builder().maxResponseBytes(bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("maxResponseBytes is " + bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void timeouts_notPositive_areRefused(Duration duration) {
        assertThatThrownBy(() -> ClientOptions.builder().timeout(duration))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("timeout is " + duration);
        assertThatThrownBy(() -> ClientOptions.builder().connectTimeout(duration))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("connectTimeout");
    }
}
