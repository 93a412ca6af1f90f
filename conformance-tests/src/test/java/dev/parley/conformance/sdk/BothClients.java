package dev.parley.conformance.sdk;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import dev.parley.conformance.LoopbackServer;
import dev.parley.openai.OpenAiClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A server and both clients of it, with the same settings. */
final class BothClients implements AutoCloseable {

    private final LoopbackServer server;
    private final OpenAiClient ours;
    private final OpenAIClient theirs;

    private BothClients(LoopbackServer server, CallPair.Options options) {
        this.server = server;
        server.net.excuse(
                "does not have a value in the enum|must have a minimum value|no such parameter|no GET /conversations/$"
                        + "|null found|object expected|header accept",
                "some calls go beyond the documents, to see that both clients send them");
        OpenAiClient.Builder own =
                OpenAiClient.builder().baseUrl(server.baseUrl()).apiKey("sk-test");
        options.ours().accept(own);
        ours = own.build();
        OpenAIOkHttpClient.Builder official =
                OpenAIOkHttpClient.builder().baseUrl(server.baseUrl()).apiKey("sk-test");
        options.theirs().accept(official);
        theirs = official.build();
    }

    /** Clients of a server that answers what the call is answered with. */
    static BothClients of(CallPair call) {
        Map<String, String> headers = call.streams() ? Map.of("content-type", "text/event-stream") : Map.of();
        return new BothClients(LoopbackServer.answering(200, Answers.of(call), headers), call.options());
    }

    /** Clients that try nothing again, of a server with one answer. */
    static BothClients answered(int status, String body, Map<String, String> headers) {
        return new BothClients(
                LoopbackServer.answering(status, body, headers),
                new CallPair.Options(builder -> builder.maxRetries(0), builder -> builder.maxRetries(0)));
    }

    OpenAiClient ours() {
        return ours;
    }

    OpenAIClient theirs() {
        return theirs;
    }

    /**
     * Makes a call with both clients.
     *
     * @throws AssertionError if a call that was answered threw something, or sent more than one request
     */
    Sent send(CallPair call) {
        return new Sent(
                sent(() -> call.ours().accept(ours)), sent(() -> call.theirs().accept(theirs)));
    }

    /**
     * What came of a call: a request, or nothing because the client refused it.
     *
     * @param ours the request of our client
     * @param theirs the request of the official one
     */
    record Sent(Optional<ComparedRequest> ours, Optional<ComparedRequest> theirs) {

        /** What is not equal: {@code refused} if one client sent a request and the other did not. */
        List<String> differences() {
            if (ours.isPresent() != theirs.isPresent()) {
                return List.of(ours.isPresent() ? "refused by theirs" : "refused by ours");
            }
            return ours.isPresent() ? ours.get().differences(theirs.orElseThrow()) : List.of();
        }
    }

    private Optional<ComparedRequest> sent(Runnable call) {
        int before = server.requests().size();
        @Nullable RuntimeException refusal = null;
        try {
            call.run();
        } catch (RuntimeException e) {
            refusal = e;
        }
        List<LoopbackServer.Received> requests = server.requests();
        int sent = requests.size() - before;
        if (refusal == null ? sent != 1 : sent != 0) {
            throw new AssertionError(sent + " requests were sent, and the call ended with " + refusal, refusal);
        }
        return sent == 0 ? Optional.empty() : Optional.of(ComparedRequest.of(requests.get(before)));
    }

    @Override
    public void close() {
        ours.close();
        theirs.close();
        server.close();
    }
}
