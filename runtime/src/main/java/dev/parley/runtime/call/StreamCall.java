package dev.parley.runtime.call;

import dev.parley.runtime.codec.Decoder;
import dev.parley.runtime.error.ParleyException;
import dev.parley.runtime.event.EventFormat;
import dev.parley.runtime.event.EventPublisher;
import dev.parley.runtime.event.EventStream;
import dev.parley.runtime.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A call, not sent yet, whose answer is a stream of events. Attempts and their retries end with the headers of the
 * answer: a stream that breaks off is not resumed. The timeout of the call runs to the end of the stream; the timeout
 * of an attempt does not count.
 */
public final class StreamCall<E> {
    private final CallEngine engine;
    private final RequestBuilder request;
    private final Decoder<E> decoder;

    StreamCall(CallEngine engine, RequestBuilder request, Decoder<E> decoder) {
        this.engine = engine;
        this.request = request;
        this.decoder = decoder;
    }

    /**
     * Sends the call and returns as soon as the headers of the answer are there; the caller closes the stream.
     *
     * @throws dev.parley.runtime.error.ApiException if the server answers with a status other than success
     * @throws dev.parley.runtime.error.TransportException if no answer comes back in time
     */
    public EventStream<E> open() {
        Answer answer = engine.run(request, true);
        return new EventStream<>(answer.response(), format(answer.redaction()::apply), answer.failures()::of);
    }

    /** Returns the events as a publisher, which sends the call anew for each subscriber, without blocking. */
    public EventPublisher<E> publisher() {
        // The words for failures of the exchange need its secrets, which are known once it is open.
        AtomicReference<TransportFailure> latest =
                new AtomicReference<>(TransportFailure.of(request.operation(), engine.options()));
        Function<Throwable, ParleyException> failures = failure -> latest.get().duringStream(Stages.unwrapped(failure));
        // Exchanges of several subscribers go on side by side, each with the credential of its time.
        Redaction redaction =
                Redaction.of(engine.options().headers(), engine.options().query());
        EventFormat<E> format = format(redaction::apply);
        return new EventPublisher<>(() -> opened(latest, redaction), format, failures, engine.executor());
    }

    private EventFormat<E> format(UnaryOperator<byte[]> redaction) {
        return new EventFormat<>(decoder, request.operation().toString(), EventFormat.MAX_EVENT_BYTES, redaction);
    }

    private CompletableFuture<HttpResponse> opened(AtomicReference<TransportFailure> latest, Redaction redaction) {
        return engine.start(request, true, answer -> {
            redaction.learn(answer.redaction());
            latest.set(answer.failures().with(redaction));
            return answer.response();
        });
    }

    /** Returns the method and the path template. */
    @Override
    public String toString() {
        return "StreamCall[" + request + "]";
    }
}
