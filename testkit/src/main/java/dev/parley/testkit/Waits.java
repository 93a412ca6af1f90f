package dev.parley.testkit;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Waits that closing the server ends. */
final class Waits {

    private Waits() {}

    static void pause(Duration duration) throws InterruptedIOException {
        try {
            Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    static void forever() throws InterruptedIOException {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("the server was closed");
    }
}
