package dev.parley.runtime.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The one connection of an exchange: where {@code HttpsURLConnection} gets its socket from, and the hold on that socket.
 *
 * <p>{@code HttpURLConnection} shows its socket to nobody. Its {@code disconnect} waits for a read that is blocked, and
 * it sends a request again on a new connection if the first breaks. {@code HttpsURLConnection} asks a factory for its
 * sockets, and keeps idle connections apart by their factory. So each connection has a factory of its own, which closes
 * the socket whatever it is doing, and makes no second one for the same request.
 */
final class SocketSlot extends SSLSocketFactory implements IdleConnection {
    private final SSLContext tls;
    private @Nullable Socket socket; // guarded by this
    private boolean sealed; // guarded by this: a request may have gone out
    private boolean broken; // guarded by this

    /** @param tls what secures the connection */
    SocketSlot(SSLContext tls) {
        this.tls = tls;
    }

    /** Refuses further sockets until the slot is opened for the next exchange. */
    synchronized void seal() {
        sealed = true;
    }

    @Override
    public boolean reopen() {
        Socket idle;
        synchronized (this) {
            if (broken || socket == null || socket.isClosed()) {
                return false;
            }
            idle = socket;
            sealed = false;
        }
        if (IdleConnection.isQuiet(idle)) {
            return true;
        }
        breakOff();
        return false;
    }

    synchronized boolean hasSocket() {
        return socket != null;
    }

    @Override
    public synchronized boolean isOpen() {
        return socket != null && !socket.isClosed();
    }

    /** Closes the socket at once, in whatever state it is, and makes no other. */
    @Override
    public void breakOff() {
        Socket open;
        synchronized (this) {
            broken = true;
            open = socket;
        }
        if (open != null) {
            try {
                open.close();
            } catch (IOException ignored) {
                // it is gone
            }
        }
    }

    /** Returns a socket that is not connected; TLS comes on top of it later. */
    @Override
    public Socket createSocket() throws IOException {
        return hold(IdleConnection.socket());
    }

    @Override
    public Socket createSocket(Socket connected, String host, int port, boolean autoClose) throws IOException {
        hold(connected);
        SSLSocket secured = (SSLSocket) tls.getSocketFactory().createSocket(connected, host, port, autoClose);
        // The process may have replaced the verifier of host names by one that accepts all; this one cannot be.
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        return secured;
    }

    private synchronized Socket hold(Socket made) throws IOException {
        if (sealed || broken) {
            made.close();
            throw new SocketException("the connection broke, and a request is not sent again");
        }
        socket = made;
        return made;
    }

    /** Refuses what the JDK tries if a proxy lets no TLS through: the server, past the proxy. */
    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw new SocketException("connections are made by the way that was chosen, or not at all");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket("", port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket("", port);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return new String[0];
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return new String[0];
    }
}
