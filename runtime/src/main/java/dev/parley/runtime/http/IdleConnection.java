package dev.parley.runtime.http;

import java.io.IOException;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/** A connection that may carry another exchange when that of now has come to its end. */
sealed interface IdleConnection permits PlainConnection, SocketSlot {

    boolean isOpen();

    /** Makes ready for the next exchange; returns whether the connection of the last one can carry it. */
    boolean reopen();

    /** Closes the connection at once, in whatever state it is. */
    void breakOff();

    /** A server that has closed the connection while it was idle shows by the end of what it sends. */
    static boolean isQuiet(Socket idle) {
        try {
            int timeout = idle.getSoTimeout();
            idle.setSoTimeout(1);
            try {
                idle.getInputStream().read();
                return false;
            } catch (SocketTimeoutException silence) {
                idle.setSoTimeout(timeout);
                return true;
            }
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Returns a socket that is not connected, nor ever by way of a SOCKS proxy of the process. Its file is made at once: a
     * socket that another thread closes before that stays open, as long as it is not collected.
     */
    static Socket socket() throws SocketException {
        Socket made = new Socket(Proxy.NO_PROXY);
        int unused = made.getSoTimeout();
        return made;
    }
}
