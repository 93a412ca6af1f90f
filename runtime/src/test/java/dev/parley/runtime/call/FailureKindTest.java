package dev.parley.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.security.cert.CertificateException;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class FailureKindTest {

    @Test
    void isLasting_whatCannotPass_isTold() {
        List<IOException> lasting = List.of(
                new ResponseTooLargeException(1),
                new ProtocolException(),
                new IOException(new ProtocolException()),
                new InterruptedIOException(),
                new ClosedByInterruptException(),
                handshake(new CertificateException()),
                new IOException(handshake(new CertificateException())));
        List<IOException> passing = List.of(
                new IOException("reset"),
                new ConnectException(),
                new UnknownHostException(),
                new HttpTimeoutException(""),
                new SocketTimeoutException(),
                new SSLException("reset"),
                handshake(new EOFException()),
                handshake(new SocketException()));

        assertThat(lasting).allMatch(FailureKind::isLasting);
        assertThat(passing).noneMatch(FailureKind::isLasting);
    }

    @Test
    void isBeforeSending_anythingWithAConnection_isNot() {
        List<IOException> before = List.of(
                new ConnectException(),
                new IOException(new UnknownHostException()),
                new HttpConnectTimeoutException(""));
        List<IOException> after =
                List.of(new HttpTimeoutException(""), new SocketTimeoutException(), new IOException("reset"));

        assertThat(before).allMatch(FailureKind::isBeforeSending);
        assertThat(after).noneMatch(FailureKind::isBeforeSending);
    }

    private static IOException handshake(Throwable cause) {
        SSLHandshakeException failure = new SSLHandshakeException("scripted");
        failure.initCause(cause);
        return failure;
    }
}
