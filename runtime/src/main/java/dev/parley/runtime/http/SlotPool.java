package dev.parley.runtime.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The idle connections of a transport, by where they lead to. None of them is used after a few seconds. */
final class SlotPool {
    private static final int MAX_IDLE_PER_ROUTE = 32;

    private final Map<Route, Deque<IdleConnection>> idle = new HashMap<>(); // guarded by this
    private boolean closed; // guarded by this

    /** Returns an idle connection that can carry an exchange, or null if there is none. */
    @Nullable
    IdleConnection take(Route route) {
        for (IdleConnection connection = poll(route); connection != null; connection = poll(route)) {
            if (connection.reopen()) {
                return connection;
            }
        }
        return null;
    }

    /** Takes back a connection whose exchange came to its end. */
    void giveBack(Route route, IdleConnection connection) {
        if (!connection.isOpen()) {
            return;
        }
        synchronized (this) {
            if (!closed) {
                Deque<IdleConnection> others = idle.get(route);
                if (others == null) {
                    others = new ArrayDeque<>();
                    idle.put(route, others);
                }
                if (others.size() < MAX_IDLE_PER_ROUTE) {
                    others.push(connection);
                    return;
                }
            }
        }
        connection.breakOff();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Closes what is idle now, and what is given back later. */
    synchronized void close() {
        closed = true;
        for (Deque<IdleConnection> connections : idle.values()) {
            for (IdleConnection connection : connections) {
                connection.breakOff();
            }
        }
        idle.clear();
    }

    private synchronized @Nullable IdleConnection poll(Route route) {
        Deque<IdleConnection> connections = idle.get(route);
        return connections == null ? null : connections.poll();
    }
}
