package dev.parley.runtime.http;

import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The idle connections of a transport, by where they lead to. The JDK closes each of them after a few seconds. */
final class SlotPool {
    private static final int MAX_IDLE_PER_ROUTE = 32;

    private final @Nullable SSLContext tls;
    private final Map<Route, Deque<SocketSlot>> idle = new HashMap<>(); // guarded by this
    private boolean closed; // guarded by this

    /** @param tls what secures connections, or null for the default of the process */
    SlotPool(@Nullable SSLContext tls) {
        this.tls = tls;
    }

    /** Returns a slot with an idle connection, or one without any. */
    SocketSlot take(Route route) throws IOException {
        for (SocketSlot slot = poll(route); slot != null; slot = poll(route)) {
            if (slot.reopen()) {
                return slot;
            }
        }
        if (!route.secure()) {
            return new SocketSlot(null, route.proxy());
        }
        try {
            return new SocketSlot(tls == null ? SSLContext.getDefault() : tls, null);
        } catch (NoSuchAlgorithmException e) {
            throw new IOException("the process has no default SSLContext", e);
        }
    }

    /** Takes back a slot whose exchange came to its end. */
    void giveBack(Route route, SocketSlot slot) {
        if (!slot.isOpen()) {
            return;
        }
        synchronized (this) {
            if (!closed) {
                Deque<SocketSlot> others = idle.computeIfAbsent(route, absent -> new ArrayDeque<>());
                if (others.size() < MAX_IDLE_PER_ROUTE) {
                    others.push(slot);
                    return;
                }
            }
        }
        slot.breakOff();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Closes what is idle now, and what is given back later. */
    synchronized void close() {
        closed = true;
        for (Deque<SocketSlot> slots : idle.values()) {
            for (SocketSlot slot : slots) {
                slot.breakOff();
            }
        }
        idle.clear();
    }

    private synchronized @Nullable SocketSlot poll(Route route) {
        Deque<SocketSlot> slots = idle.get(route);
        return slots == null ? null : slots.poll();
    }
}
