package dev.parley.runtime.http;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.http.HttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The hold that a transport has on its client. Up to Java 20 the JDK ends a client once nobody refers to it, so letting
 * go is all. From 21 on one can be ended, and has to be: exchanges that failed in certain ways count as under way for
 * ever, and the threads of a client that is only forgotten stay.
 */
final class ClientHold {
    private static final int FIRST_THAT_ENDS_CLIENTS = 21;

    private final boolean ends;
    private @Nullable HttpClient client; // guarded by this
    private int exchanges; // guarded by this; counted where the client will be ended
    private boolean closed; // guarded by this

    /** @param own whether nobody else uses the client */
    ClientHold(HttpClient client, boolean own) {
        this.client = client;
        ends = own && Runtime.version().feature() >= FIRST_THAT_ENDS_CLIENTS;
    }

    /**
     * Returns the client for one exchange, whose end has to be told.
     *
     * @throws IllegalStateException if the transport is closed
     */
    synchronized HttpClient begin() {
        HttpClient open = client;
        if (open == null || closed) {
            throw new IllegalStateException("the transport is closed");
        }
        exchanges += ends ? 1 : 0;
        return open;
    }

    /** Returns what tells the end of an exchange, or null if nobody needs to know. */
    @Nullable
    Runnable end() {
        return ends ? this::ended : null;
    }

    void ended() {
        if (ends) {
            shutDown(last(false));
        }
    }

    /** Refuses further exchanges, and ends the client with the last of those under way. */
    void close() {
        shutDown(last(true));
    }

    /** Returns the client if this was the last that needed it. */
    private synchronized @Nullable HttpClient last(boolean closing) {
        closed |= closing;
        exchanges -= closing ? 0 : 1;
        if (!closed || exchanges > 0) {
            return null;
        }
        HttpClient last = client;
        client = null;
        return ends ? last : null;
    }

    private static void shutDown(@Nullable HttpClient last) {
        if (last == null) {
            return;
        }
        try {
            MethodHandle shutdownNow = MethodHandles.publicLookup()
                    .findVirtual(HttpClient.class, "shutdownNow", MethodType.methodType(void.class));
            shutdownNow.invokeExact(last);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("this version of Java should end an HttpClient, but cannot", e);
        }
    }
}
