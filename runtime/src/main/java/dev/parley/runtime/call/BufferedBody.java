package dev.parley.runtime.call;

import dev.parley.runtime.http.HttpResponse;
import java.io.ByteArrayInputStream;
import org.jspecify.annotations.Nullable;

/** The body of an answer once it is in memory; what an interceptor reads of it is not lost to the call. */
final class BufferedBody extends ByteArrayInputStream {
    private final byte[] bytes;

    BufferedBody(byte[] bytes) {
        super(bytes);
        this.bytes = bytes;
    }

    /** Returns the response with its body in memory. */
    static HttpResponse in(HttpResponse response, byte[] bytes) {
        return new HttpResponse(response.status(), response.headers(), new BufferedBody(bytes));
    }

    /** Returns the bytes of a body that is in memory, or null. */
    static byte @Nullable [] bytesOf(HttpResponse response) {
        return response.body() instanceof BufferedBody buffered ? buffered.bytes : null;
    }
}
