package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.parley.openai.OpenAiClient;
import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.http.HttpRequest;
import dev.parley.runtime.http.HttpResponse;
import dev.parley.runtime.http.HttpTransport;
import dev.parley.runtime.http.JdkHttpTransport;
import dev.parley.runtime.http.UrlConnectionTransport;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What can be set on a client, as it shows on the wire. */
@Timeout(120)
class OptionsTest {

    private static final String CONVERSATION =
            "{\"id\":\"conv_1\",\"object\":\"conversation\",\"created_at\":1,\"metadata\":{}}";

    private final LoopbackServer server = LoopbackServer.answering(200, CONVERSATION);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void properties_winOverTheEnvironment() {
        Properties properties = new Properties();
        properties.setProperty("openai.apiKey", "sk-property");
        properties.setProperty("openai.baseUrl", server.baseUrl());
        properties.setProperty("openai.orgId", "org-property");
        properties.setProperty("openai.projectId", " ");
        try (OpenAiClient client = OpenAiClient.builder()
                .environment(Map.of(
                        "OPENAI_API_KEY", "sk-variable",
                        "OPENAI_BASE_URL", "http://127.0.0.1:1/v1",
                        "OPENAI_ORG_ID", "org-variable",
                        "OPENAI_PROJECT_ID", "proj-variable"))
                .properties(properties)
                .build()) {
            client.conversations().retrieve("conv_1");
        }

        assertThat(server.request().header("authorization")).isEqualTo("Bearer sk-property");
        assertThat(server.request().header("openai-organization")).isEqualTo("org-property");
        assertThat(server.request().header("openai-project")).isEqualTo("proj-variable");
    }

    @Test
    void fromEnv_systemProperties_areRead() {
        Map<String, String> own = Map.of("openai.apiKey", "sk-system", "openai.baseUrl", server.baseUrl());
        own.forEach(System::setProperty);
        try (OpenAiClient client = OpenAiClient.fromEnv()) {
            client.conversations().retrieve("conv_1");
        } finally {
            own.keySet().forEach(System::clearProperty);
        }

        assertThat(server.request().header("authorization")).isEqualTo("Bearer sk-system");
    }

    @Test
    void organizationProjectUserAgent_areHeaders() {
        try (OpenAiClient client = server.client()
                .withOptions(o -> o.organization("org-1").project("proj-1").userAgent("shop/1.2"))) {
            client.conversations().retrieve("conv_1");
        }

        assertThat(server.request().header("openai-organization")).isEqualTo("org-1");
        assertThat(server.request().header("openai-project")).isEqualTo("proj-1");
        assertThat(server.request().header("user-agent")).isEqualTo("shop/1.2");
    }

    @Test
    void headerQueryAndBodyMember_goOutWithEveryCall() {
        server.net.excuse("query api-version", "the parameter is one of the user's own");
        try (OpenAiClient client = server.client()) {
            OpenAiClient more = client.withOptions(o -> o.header("x-tenant", "a")
                    .query("api-version", "1 2")
                    .bodyMember("safety_identifier", new JsonString("u1"))
                    .bodyMember("metadata", JsonObject.of("by", "default")));

            more.conversations().create();
            more.conversations().create(c -> c.metadata(Map.of("by", "call")));
            more.conversations().retrieve("conv_1");
            more.conversations().items().list("conv_1", q -> q.limit(3L));
        } catch (DecodingException pageIsNone) {
            assertThat(pageIsNone.path()).isEqualTo("$");
        }

        assertThat(server.requests()).extracting(r -> r.header("x-tenant")).containsOnly("a");
        assertThat(server.requests())
                .extracting(LoopbackServer.Received::target)
                .containsExactly(
                        "/v1/conversations?api-version=1%202",
                        "/v1/conversations?api-version=1%202",
                        "/v1/conversations/conv_1?api-version=1%202",
                        "/v1/conversations/conv_1/items?limit=3&api-version=1%202");
        assertThat(server.requests())
                .extracting(LoopbackServer.Received::body)
                .containsExactly(
                        "{\"safety_identifier\":\"u1\",\"metadata\":{\"by\":\"default\"}}",
                        "{\"metadata\":{\"by\":\"call\"},\"safety_identifier\":\"u1\"}",
                        "",
                        "");
    }

    @Test
    void apiKey_thatRotates_isAskedForOnceACall() {
        AtomicInteger asked = new AtomicInteger();
        try (OpenAiClient client = server.client().withOptions(o -> o.apiKey(() -> "sk-" + asked.incrementAndGet()))) {
            client.conversations().retrieve("conv_1");
            client.async().conversations().retrieve("conv_1").join();
        }

        assertThat(server.requests())
                .extracting(r -> r.header("authorization"))
                .containsExactly("Bearer sk-1", "Bearer sk-2");
    }

    @Test
    void withOptions_leavesTheOriginalAsItIs() {
        try (OpenAiClient client = server.client()) {
            OpenAiClient other = client.withOptions(o -> o.header("x-a", "1").apiKey("sk-other"));

            client.conversations().retrieve("conv_1");
            other.conversations().retrieve("conv_1");
            other.close();
            client.conversations().retrieve("conv_1");

            assertThatIllegalStateException()
                    .isThrownBy(() -> other.conversations().retrieve("conv_1"));
            assertThat(server.requests())
                    .extracting(r -> r.header("x-a") + " " + r.header("authorization"))
                    .containsExactly("null Bearer sk-test", "1 Bearer sk-other", "null Bearer sk-test");
        }
    }

    @Test
    void withOptions_closingTheOriginal_closesBoth() {
        OpenAiClient client = server.client();
        OpenAiClient other = client.withOptions(o -> o.header("x-a", "1"));

        client.close();

        assertThatIllegalStateException().isThrownBy(() -> other.conversations().retrieve("conv_1"));
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void withOptions_usesTheTransportOfTheOriginalWhichStaysTheUsersToClose() {
        Counting transport = new Counting();
        try (OpenAiClient client = server.client().withOptions(o -> o.transport(transport))) {
            client.conversations().retrieve("conv_1");
            client.withOptions(o -> o.maxRetries(1)).conversations().retrieve("conv_1");
            client.async().conversations().retrieve("conv_1").join();
        }

        assertThat(transport.sent).hasSize(3);
        assertThat(transport.closed).hasValue(0);
    }

    @Test
    void httpClient_ofTheUser_carriesTheCalls() {
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "own");
            thread.setDaemon(true);
            return thread;
        });
        AtomicInteger used = new AtomicInteger();
        HttpClient own = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(task -> {
                    used.incrementAndGet();
                    threads.execute(task);
                })
                .build();
        try (OpenAiClient client = OpenAiClient.builder()
                .baseUrl(server.baseUrl())
                .apiKey("sk-test")
                .httpClient(own)
                .build()) {
            client.conversations().retrieve("conv_1");
        } finally {
            threads.shutdown();
        }

        assertThat(used).hasPositiveValue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpenAiClient.builder()
                        .httpClient(HttpClient.newBuilder()
                                .followRedirects(HttpClient.Redirect.ALWAYS)
                                .build()));
    }

    @Test
    void transport_inOneLine_carriesTheCalls() {
        try (OpenAiClient client = OpenAiClient.builder()
                .baseUrl(server.baseUrl())
                .apiKey("sk-test")
                .transport(UrlConnectionTransport.create())
                .build()) {
            assertThat(client.conversations().retrieve("conv_1").id()).isEqualTo("conv_1");
            assertThat(client.async().conversations().retrieve("conv_1").join().id())
                    .isEqualTo("conv_1");
        }
        assertThat(server.requests()).extracting(r -> r.header("user-agent")).containsOnly("parley-java");
    }

    /** Sends by the default transport and counts. */
    private static final class Counting implements HttpTransport {
        final List<HttpRequest> sent = new CopyOnWriteArrayList<>();
        final AtomicInteger closed = new AtomicInteger();
        private final HttpTransport transport = JdkHttpTransport.builder().build();

        @Override
        public HttpResponse send(HttpRequest request) throws IOException, InterruptedException {
            sent.add(request);
            return transport.send(request);
        }

        @Override
        public CompletableFuture<HttpResponse> sendAsync(HttpRequest request, Executor executor) {
            sent.add(request);
            return transport.sendAsync(request, executor);
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }
}
