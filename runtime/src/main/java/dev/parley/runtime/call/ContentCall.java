package dev.parley.runtime.call;

import java.util.concurrent.CompletableFuture;

/**
 * A call, not sent yet, whose answer is content that is read as it comes in: a file, a picture, a sound. It can be sent
 * any number of times; each time is a new call.
 *
 * <p>Attempts and their retries end with the headers of the answer: content that breaks off is not asked for again. The
 * timeout of the call runs to the last byte; the timeout of an attempt does not count.
 */
public final class ContentCall {
    private final CallEngine engine;
    private final RequestBuilder request;

    ContentCall(CallEngine engine, RequestBuilder request) {
        this.engine = engine;
        this.request = request;
    }

    /**
     * Sends the call and returns as soon as the headers of the answer are there; the caller closes the content.
     *
     * @throws dev.parley.runtime.error.ApiException if the server answers with a status other than success
     * @throws dev.parley.runtime.error.TransportException if no answer comes back in time
     * @throws dev.parley.runtime.validation.ValidationException if requests are validated and this one is not valid
     */
    public ContentStream execute() {
        return content(engine.run(request, true));
    }

    /**
     * Sends the call without blocking; the future completes when the headers of the answer are there, and whoever gets the
     * content closes it. Cancelling the future gives up the exchange. Never throws.
     */
    public CompletableFuture<ContentStream> executeAsync() {
        return engine.start(request, true, this::content);
    }

    private ContentStream content(Answer answer) {
        return new ContentStream(answer, engine.options().maxResponseBytes(), engine.executor());
    }

    /** Returns the method and the path template. */
    @Override
    public String toString() {
        return "ContentCall[" + request + "]";
    }
}
