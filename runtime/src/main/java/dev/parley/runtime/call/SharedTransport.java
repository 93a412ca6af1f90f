package dev.parley.runtime.call;

import dev.parley.runtime.http.HttpTransport;
import dev.parley.runtime.http.JdkHttpTransport;
import org.jspecify.annotations.Nullable;

/** What connections made of one another have in common: the transport and the budget for retries. */
final class SharedTransport {
    private final HttpTransport transport;
    private final boolean owned;
    private final TokenBucket bucket;
    private volatile boolean closed;

    private SharedTransport(HttpTransport transport, boolean owned, TokenBucket bucket) {
        this.transport = transport;
        this.owned = owned;
        this.bucket = bucket;
    }

    static SharedTransport of(ClientOptions options) {
        TokenBucket bucket = new TokenBucket(options.retryPolicy().tokens());
        HttpTransport given = options.transport();
        return given == null
                ? new SharedTransport(JdkHttpTransport.create(options.connectTimeout()), true, bucket)
                : new SharedTransport(given, false, bucket);
    }

    /** Returns the same, or one with the other transport and the same budget. */
    SharedTransport with(@Nullable HttpTransport other) {
        return other == null || other == transport ? this : new SharedTransport(other, false, bucket);
    }

    HttpTransport transport() {
        return transport;
    }

    TokenBucket bucket() {
        return bucket;
    }

    boolean isClosed() {
        return closed;
    }

    /** Refuses the calls of all that share it; closes the transport if it was made here. */
    void close() {
        closed = true;
        if (owned) {
            transport.close();
        }
    }
}
