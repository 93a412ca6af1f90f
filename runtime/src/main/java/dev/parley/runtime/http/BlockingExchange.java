package dev.parley.runtime.http;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** A request that a blocking transport sends on the thread of an executor, until its future is cancelled. */
final class BlockingExchange implements Runnable {

    /** Sends the request and waits for the headers of the answer. */
    interface Sending {
        HttpResponse send() throws IOException, InterruptedException;
    }

    private final Sending sending;
    private final CompletableFuture<HttpResponse> result = new CompletableFuture<>();
    private @Nullable Thread worker; // guarded by this
    private boolean cancelled; // guarded by this

    private BlockingExchange(Sending sending) {
        this.sending = sending;
    }

    /**
     * Starts to send on the executor.
     *
     * @param abortion runs when the future is cancelled, before the thread that sends is interrupted
     */
    static CompletableFuture<HttpResponse> start(Sending sending, Runnable abortion, Executor executor) {
        BlockingExchange exchange = new BlockingExchange(sending);
        CompletableFuture<HttpResponse> unused = exchange.result.whenComplete((response, failure) -> {
            if (exchange.result.isCancelled()) {
                abortion.run();
                exchange.interrupt();
            }
        });
        try {
            executor.execute(exchange);
        } catch (RejectedExecutionException e) {
            exchange.result.completeExceptionally(e);
        }
        return exchange.result;
    }

    @Override
    public void run() {
        synchronized (this) {
            if (cancelled) {
                return;
            }
            worker = Thread.currentThread();
        }
        HttpResponse response = null;
        Throwable failure = null;
        try {
            response = sending.send();
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            failure = e;
        }
        leave();
        if (response == null) {
            result.completeExceptionally(failure == null ? new NullPointerException("no answer") : failure);
        } else if (!result.complete(response)) {
            response.close();
        }
    }

    /** Sees to it that no interrupt comes later, nor stays behind for what the thread does next. */
    private synchronized void leave() {
        worker = null;
        if (cancelled) {
            Thread.interrupted();
        }
    }

    private synchronized void interrupt() {
        cancelled = true;
        if (worker != null) {
            worker.interrupt();
        }
    }
}
