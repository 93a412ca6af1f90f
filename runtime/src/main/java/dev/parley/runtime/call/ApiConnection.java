package dev.parley.runtime.call;

import dev.parley.runtime.codec.Decoder;
import dev.parley.runtime.codec.JsonReader;
import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.http.HttpRequest;
import dev.parley.runtime.http.HttpTransport;
import dev.parley.runtime.http.JdkHttpTransport;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The way of a client to its API: sends calls and reads their answers. Safe for use by many threads.
 *
 * <p>Nothing is retried, and no redirect is followed.
 */
public final class ApiConnection implements AutoCloseable {
    private final ClientOptions options;
    private final RequestAssembler assembler;
    private final HttpTransport transport;
    private final boolean ownsTransport;
    private volatile boolean closed;

    /** Makes a connection; nothing is sent, and no credential asked for, before the first call. */
    public ApiConnection(ClientOptions options) {
        this.options = Objects.requireNonNull(options, "options");
        assembler = new RequestAssembler(options);
        HttpTransport given = options.transport();
        ownsTransport = given == null;
        transport = given == null ? JdkHttpTransport.create(options.connectTimeout()) : given;
    }

    /** Returns the options that the connection was made with. */
    public ClientOptions options() {
        return options;
    }

    /**
     * Sends a call and decodes its answer.
     *
     * @throws IllegalStateException if no credential is set, path parameters are missing, or the connection is closed
     * @throws dev.parley.runtime.error.ApiException if the server answers with a status other than success
     * @throws dev.parley.runtime.error.TimeoutException if the answer is not complete in time
     * @throws dev.parley.runtime.error.TransportException if no complete answer comes back; also if the thread is
     *     interrupted, whose flag is then set
     * @throws dev.parley.runtime.error.DecodingException if the answer is not what the decoder expects
     */
    public <T extends @Nullable Object> T send(RequestBuilder call, Decoder<T> decoder) {
        HttpRequest request = assemble(call);
        return decoded(exchange(call, request), decoder, Redaction.of(request.headers()));
    }

    /**
     * Sends a call whose answer has no content, or none of interest.
     *
     * @throws IllegalStateException if no credential is set, path parameters are missing, or the connection is closed
     * @throws dev.parley.runtime.error.ApiException if the server answers with a status other than success
     * @throws dev.parley.runtime.error.TransportException if no complete answer comes back in time
     */
    public void send(RequestBuilder call) {
        exchange(call, assemble(call));
    }

    /** Returns a call whose answer is decoded. */
    public <T extends @Nullable Object> ApiCall<T> call(RequestBuilder request, Decoder<T> decoder) {
        return missing(null);
    }

    /** Returns a call whose answer has no content, or none of interest; its value is null. */
    public ApiCall<@Nullable Void> call(RequestBuilder request) {
        return missing(null);
    }

    /** Returns a call whose answer is a stream of server-sent events. */
    public <E> StreamCall<E> stream(RequestBuilder request, Decoder<E> decoder) {
        return missing(null);
    }

    /** Returns a connection with other options that shares the transport; closing it closes nothing else. */
    public ApiConnection with(ClientOptions changed) {
        return missing(null);
    }

    private HttpRequest assemble(RequestBuilder call) {
        if (closed) {
            throw new IllegalStateException("the connection is closed");
        }
        return assembler.assemble(call, options.timeout());
    }

    private byte[] exchange(RequestBuilder call, HttpRequest request) {
        return new Exchange(transport, call.operation(), request, options.maxResponseBytes()).run();
    }

    /** Makes the exception for an answer that echoes a secret speak about a text in which the secret is masked. */
    private static <T extends @Nullable Object> T decoded(byte[] body, Decoder<T> decoder, Redaction redaction) {
        try {
            return JsonReader.decode(body, decoder);
        } catch (DecodingException e) {
            byte[] redacted = redaction.apply(body);
            if (redacted == body) {
                throw e;
            }
            return JsonReader.decode(redacted, decoder);
        }
    }

    /** Refuses later calls, and closes the transport if the connection made it. */
    @Override
    public void close() {
        closed = true;
        if (ownsTransport) {
            transport.close();
        }
    }

    /** Returns the base URL. */
    @Override
    public String toString() {
        return "ApiConnection[" + options.baseUrl() + "]";
    }

    private static <X> X missing(X none) {
        throw new UnsupportedOperationException("not yet: " + none);
    }
}
