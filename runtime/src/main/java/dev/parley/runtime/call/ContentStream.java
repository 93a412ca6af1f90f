package dev.parley.runtime.call;

import dev.parley.runtime.error.ParleyException;
import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The content of one answer, read from the wire as it is asked for. It is read once, by one of {@link #stream}, {@link
 * #bytes}, {@link #text}, {@link #saveTo} and their forms that do not block; a second reading is an {@link
 * IllegalStateException}.
 *
 * <p>Whoever gets it closes it, best by {@code try (…)}; all but {@link #stream} close it by themselves, however they
 * end. The timeout of the call runs to the last byte, after which reading fails. What fails on the way is never taken up
 * again by itself: send the call anew. One thread reads; any thread may close, which wakes the one that reads.
 */
public final class ContentStream implements AutoCloseable {
    private final Answer answer;
    private final long limit;
    private final Executor executor;
    private final AtomicBoolean taken = new AtomicBoolean();
    private volatile boolean closed;

    ContentStream(Answer answer, long limit, Executor executor) {
        this.answer = answer;
        this.limit = limit;
        this.executor = executor;
    }

    /** Returns the status code of the answer. */
    public int status() {
        return response().status();
    }

    /** Returns the headers of the answer; secrets of the request that the server echoes in them are masked. */
    public HttpHeaders headers() {
        return answer.redaction().apply(response().headers());
    }

    /** Returns the server's name for the request, from the header {@code x-request-id}, or null. */
    public @Nullable String requestId() {
        return headers().first("x-request-id");
    }

    /** Returns the media type that the server states, with its parameters, or null. */
    public @Nullable String contentType() {
        return headers().first("content-type");
    }

    /** Returns the number of bytes that the server states, or -1 if it does not. */
    public long length() {
        return CallRun.declaredBytes(response().headers());
    }

    /**
     * Returns the bytes as they come in, of any number. Reads throw an {@link IOException} where the connection breaks or
     * the time of the call is over, and once this is closed. Closing the stream gives up what was not read.
     *
     * @throws IllegalStateException if the content was read before, or is closed
     */
    public InputStream stream() {
        return taken();
    }

    /**
     * Reads all bytes into memory, and closes.
     *
     * @throws dev.parley.runtime.error.TransportException if the content breaks off, is not complete in time, or is larger
     *     than the client's {@code maxResponseBytes}
     * @throws IllegalStateException if the content was read before, or is closed
     */
    public byte[] bytes() {
        try (InputStream body = taken()) {
            if (length() > limit) {
                throw new ResponseTooLargeException(limit);
            }
            return new BodyReader(body, length(), limit, answer.deadline()).toEnd();
        } catch (IOException e) {
            throw failure(e);
        } finally {
            close();
        }
    }

    /** As {@link #bytes}, in the charset that the server states, or else in UTF-8. */
    public String text() {
        return MediaTypes.text(response().headers(), bytes());
    }

    /**
     * Writes all bytes to a file, and closes. They go to a file beside it first, which takes its place when it is whole:
     * whatever fails, nothing half-written is left, and a file that was there before is as it was.
     *
     * @param file where to; a file that is there is replaced
     * @throws dev.parley.runtime.error.TransportException if the content breaks off or is not complete in time
     * @throws java.io.UncheckedIOException if the file cannot be written
     * @throws IllegalStateException if the content was read before, or is closed
     */
    public void saveTo(Path file) {
        try (InputStream body = taken()) {
            SavedContent.write(body, file, this::failure);
        } catch (IOException e) {
            throw failure(e);
        } finally {
            close();
        }
    }

    /**
     * As {@link #bytes}, without blocking. Cancelling the future gives up the rest. Never throws: a failure is the
     * future's.
     */
    public CompletableFuture<byte[]> bytesAsync() {
        CompletableFuture<byte[]> result = new CompletableFuture<>();
        if (closed || taken.getAndSet(true)) {
            result.completeExceptionally(notReadable());
            return result;
        }
        if (length() > limit) {
            close();
            result.completeExceptionally(failure(new ResponseTooLargeException(limit)));
            return result;
        }
        BodyCollector collector = BodyCollector.strict(length(), limit);
        response().publisher(executor).subscribe(collector);
        CompletableFuture<?> unused = collector.whenCompleteAsync(
                (bytes, failure) -> {
                    close();
                    if (failure == null) {
                        result.complete(bytes);
                    } else {
                        result.completeExceptionally(answer.failures().duringStream(Stages.unwrapped(failure)));
                    }
                },
                executor);
        Stages.whenDone(result, () -> collector.cancel(true));
        return result;
    }

    /**
     * As {@link #saveTo}, in a thread of the client's executor, which is taken until the file is written. Cancelling the
     * future gives up the rest. Never throws: a failure is the future's.
     */
    public CompletableFuture<@Nullable Void> saveToAsync(Path file) {
        CompletableFuture<@Nullable Void> result = new CompletableFuture<>();
        Stages.whenDone(result, this::close);
        try {
            executor.execute(() -> {
                try {
                    saveTo(file);
                    result.complete(null);
                } catch (RuntimeException | Error e) {
                    result.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            result.completeExceptionally(e);
        }
        return result;
    }

    /** Gives up the connection at once, unless the content came to its end; from any thread, any number of times. */
    @Override
    public void close() {
        closed = true;
        response().close();
    }

    /** Returns the status, and the headers with those masked that may hold a secret. */
    @Override
    public String toString() {
        return "ContentStream[" + status() + " " + headers() + "]";
    }

    private HttpResponse response() {
        return answer.response();
    }

    private InputStream taken() {
        if (closed || taken.getAndSet(true)) {
            throw notReadable();
        }
        return new Content(response().body());
    }

    private IllegalStateException notReadable() {
        return new IllegalStateException(
                closed
                        ? "the content was closed before it was read"
                        : "content can be read only once; send the call again");
    }

    private ParleyException failure(IOException failure) {
        return answer.failures().duringStream(failure);
    }

    /** The body; some bodies, when closed, only look as if they came to their end. */
    private final class Content extends InputStream {
        private final InputStream body;

        Content(InputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            byte[] single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int wanted) throws IOException {
            requireOpen();
            int count = body.read(into, offset, wanted);
            requireOpen();
            return count;
        }

        private void requireOpen() throws IOException {
            if (closed) {
                throw new IOException("the content was closed before its end");
            }
        }

        @Override
        public void close() {
            ContentStream.this.close();
        }
    }
}
