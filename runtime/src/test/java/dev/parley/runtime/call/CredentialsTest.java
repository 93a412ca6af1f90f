package dev.parley.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parley.runtime.error.ApiException;
import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.http.HttpRequest;
import dev.parley.runtime.http.RawServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

    private static final String SECRET = "planted-0123456789";
    private static final Operation GET = new Operation("things.list", "GET", "/things");

    private static ClientOptions.Builder options() {
        return ClientOptions.builder()
                .baseUrl("http://host")
                .scheme(CredentialScheme.bearer("Token", "call token(...)"))
                .scheme(CredentialScheme.basic("Basic", "call basic(...)"))
                .scheme(CredentialScheme.header("Header", "X-Subscription", "call header(...)"))
                .scheme(CredentialScheme.query("Query", "appid", "call query(...)"))
                .scheme(CredentialScheme.cookie("Cookie", "sid", "call cookie(...)"));
    }

    private static HttpRequest assembled(ClientOptions.Builder options, RequestBuilder call) {
        return new RequestAssembler(options.build())
                .assemble(call, Duration.ofSeconds(1), false, Redaction.of(HttpHeaders.EMPTY));
    }

    @Test
    void choose_eachScheme_putsTheCredentialInItsPlace() {
        HttpRequest request = assembled(
                options()
                        .credential("Basic", CredentialScheme.userAndPassword("Aladdin", "open sesame"))
                        .credential("Header", "h")
                        .credential("Query", "q&1")
                        .credential("Cookie", "c;1"),
                GET.requiring("Basic", "Header", "Query", "Cookie").request().query("a", "b"));

        assertThat(request.headers().first("authorization")).isEqualTo("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
        assertThat(request.headers().first("x-subscription")).isEqualTo("h");
        assertThat(request.uri().getRawQuery()).isEqualTo("a=b&appid=q%261");
        assertThat(request.headers().all("cookie")).containsExactly("sid=c%3B1");
    }

    @Test
    void choose_alternatives_takesTheFirstOfWhichAllAreSet() {
        RequestBuilder call =
                GET.requiring("Token", "Header").requiring("Query").request();

        HttpRequest second = assembled(options().credential("Token", "t").credential("Query", "q"), call);
        HttpRequest first = assembled(
                options().credential("Token", "t").credential("Query", "q").credential("Header", "h"), call);

        assertThat(second.uri().getRawQuery()).isEqualTo("appid=q");
        assertThat(second.headers().contains("authorization")).isFalse();
        assertThat(first.uri().getRawQuery()).isNull();
        assertThat(first.headers().first("authorization")).isEqualTo("Bearer t");
    }

    @Test
    void choose_optionalCredential_isSentIfSet() {
        RequestBuilder call = GET.requiring().requiring("Token").request();

        assertThat(assembled(options(), call).headers().contains("authorization"))
                .isFalse();
        assertThat(assembled(options().credential("Token", "t"), call).headers().first("authorization"))
                .isEqualTo("Bearer t");
    }

    @Test
    void choose_nothingSet_namesEverySetting() {
        AtomicInteger asked = new AtomicInteger();
        ClientOptions.Builder options = options().credential("Token", () -> {
            asked.incrementAndGet();
            return " ";
        });
        RequestBuilder call =
                GET.requiring("Token", "Header").requiring("Token", "Query").request();

        assertThatThrownBy(() -> assembled(options, call))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no credential for GET /things: call token(...), and call header(...); or call token(...),"
                        + " and call query(...)");
        assertThat(asked).hasValue(1);
    }

    @Test
    void choose_operationsThatSayNothing_needWhatTheClientNeeds() {
        assertThat(assembled(options().credential("Token", "t"), GET.request())
                        .headers()
                        .contains("authorization"))
                .isFalse();
        assertThat(assembled(options().requiring("Token").credential("t"), GET.request())
                        .headers()
                        .first("authorization"))
                .isEqualTo("Bearer t");
        assertThat(assembled(
                                options().requiring("Token"),
                                GET.withoutCredentials().request())
                        .headers()
                        .contains("authorization"))
                .isFalse();
    }

    @Test
    void choose_placeThatTheUserFills_isLeftToTheUser() {
        RequestBuilder header = GET.requiring("Header").request().header("x-subscription", "own");
        RequestBuilder query = GET.requiring("Query").request().query("appid", "own");

        assertThat(assembled(options().credential("Header", SECRET), header)
                        .headers()
                        .all("x-subscription"))
                .containsExactly("own");
        assertThat(assembled(options().credential("Query", SECRET), query).uri().getRawQuery())
                .isEqualTo("appid=own");
    }

    @Test
    void cookies_ofParametersUserAndCredential_areOneHeader() {
        RequestBuilder call = GET.requiring("Cookie").request().cookie("theme", "a b", ParameterStyle.FORM_EXPLODED);

        HttpRequest request =
                assembled(options().credential("Cookie", "s").header("Cookie", "lang=de; theme=old"), call);

        assertThat(request.headers().all("cookie")).containsExactly("lang=de; theme=a%20b; sid=s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Token", "Basic", "Header", "Query", "Cookie"})
    void send_serverThatEchoesTheCredential_masksIt(String scheme) throws Exception {
        String secret = scheme.equals("Basic") ? "user:" + SECRET : SECRET;
        try (RawServer server = RawServer.json(401, "{\"error\":{\"message\":\"No: " + SECRET + "\"}}")) {
            Throwable thrown = catchThrowable(() -> Calls.send(
                    options().baseUrl(server.url()).maxRetries(0).credential(scheme, secret),
                    GET.requiring(scheme).request()));

            StringWriter printed = new StringWriter();
            thrown.printStackTrace(new PrintWriter(printed));
            assertThat(thrown).isInstanceOf(ApiException.class);
            assertThat(((ApiException) thrown).rawBody()).contains("No: ***");
            assertThat(printed.toString()).doesNotContain(SECRET);
        }
    }

    @Test
    void credential_thatCannotWork_isRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> options().credential("Header", "planted\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("planted");
        assertThatThrownBy(() -> options().credential("Basic", "planted"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("colon")
                .hasMessageNotContaining("planted");
        assertThatThrownBy(() -> options().credential("Other", "planted"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'Other'")
                .hasMessageNotContaining("planted");
    }

    @Test
    void server_ofTheDocument_countsUnlessABaseUrlIsSet() {
        Operation own = GET.at("https://uploads.example/v2").withoutCredentials();
        ClientOptions.Builder options =
                ClientOptions.builder().server("https://{region}.example/v1/").serverVariable("region", "eu");

        assertThat(options.build().baseUrl()).isEqualTo("https://eu.example/v1");
        assertThat(options.build().toBuilder()
                        .serverVariable("region", "us")
                        .build()
                        .baseUrl())
                .isEqualTo("https://us.example/v1");
        assertThat(assembled(options, own.request()).uri()).hasToString("https://uploads.example/v2/things");
        assertThat(assembled(options.baseUrl("http://proxy"), own.request()).uri())
                .hasToString("http://proxy/things");
    }

    @Test
    void server_thatIsNoAddress_saysWhatToSet() {
        assertThatThrownBy(() -> ClientOptions.builder().server("/api/v3").build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("baseUrl(...)")
                .hasMessageContaining("'/api/v3'");
        assertThatThrownBy(() -> ClientOptions.builder()
                        .server("https://{region}.example")
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'region'");
        assertThatThrownBy(() -> ClientOptions.builder().serverVariable("region", "mars", "eu", "us"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'region'")
                .hasMessageContaining("eu, us");
    }
}
