package dev.parley.runtime.call;

import dev.parley.runtime.error.ApiException;
import dev.parley.runtime.http.Deadline;
import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.http.HttpRequest;
import dev.parley.runtime.http.HttpResponse;
import dev.parley.runtime.http.HttpTransport;
import java.io.IOException;

/** One attempt at one call: the request goes out, and the body of a success or an exception comes back. */
final class Exchange {
    private static final int MAX_ERROR_BYTES = 1024 * 1024;

    private final HttpTransport transport;
    private final Operation operation;
    private final HttpRequest request;
    private final long maxResponseBytes;
    private final Redaction redaction;
    private final TransportFailure failures;

    Exchange(HttpTransport transport, Operation operation, HttpRequest request, long maxResponseBytes) {
        this.transport = transport;
        this.operation = operation;
        this.request = request;
        this.maxResponseBytes = maxResponseBytes;
        redaction = Redaction.of(request.headers());
        failures = new TransportFailure(operation, request, redaction);
    }

    /**
     * Sends the request and reads the answer to its end.
     *
     * @throws ApiException if the status is not a success
     * @throws dev.parley.runtime.error.TransportException if no complete answer comes back in time
     */
    byte[] run() {
        Deadline deadline = Deadline.after(request.timeout());
        try (HttpResponse response = transport.send(request)) {
            if (response.status() < 200 || response.status() > 299) {
                throw refusal(response, deadline);
            }
            refuseDeclaredSize(response.headers());
            return new BodyReader(response.body(), maxResponseBytes, deadline).toEnd();
        } catch (InterruptedException e) {
            throw failures.interrupted(e);
        } catch (IOException e) {
            throw failures.of(e);
        }
    }

    private ApiException refusal(HttpResponse response, Deadline deadline) throws IOException {
        byte[] body = redaction.apply(errorBody(response, deadline));
        HttpHeaders headers = redaction.apply(response.headers());
        return ApiException.of(operation.method(), operation.pathTemplate(), response.status(), headers, body);
    }

    /** The status of an error says more than a failure to read what follows it, so what was read by then is kept. */
    private static byte[] errorBody(HttpResponse response, Deadline deadline) throws IOException {
        BodyReader reader = new BodyReader(response.body(), MAX_ERROR_BYTES, deadline);
        try {
            return reader.toLimit();
        } catch (IOException e) {
            if (TransportFailure.isInterrupt(e)) {
                throw e;
            }
            return reader.soFar();
        }
    }

    /** Spares reading up to the limit a body that says beforehand that it is larger. */
    private void refuseDeclaredSize(HttpHeaders headers) throws IOException {
        String declared = headers.first("content-length");
        if (declared != null && declared.matches("\\d{1,18}") && Long.parseLong(declared) > maxResponseBytes) {
            throw new ResponseTooLargeException(maxResponseBytes);
        }
    }
}
