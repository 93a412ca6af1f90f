package dev.parley.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.error.ParleyException;
import dev.parley.runtime.flow.RecordingSubscriber;
import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;

/** The ways to read a stream of numbered events in tests: pulled, pulled byte by byte, pushed. */
final class StreamWays {
    static final String SECRET = "sk-secret";

    static final EventFormat<Integer> FORMAT = new EventFormat<>(
            Answers::number,
            "POST /responses",
            EventFormat.MAX_EVENT_BYTES,
            data -> new String(data, StandardCharsets.ISO_8859_1)
                    .replace(SECRET, "***")
                    .getBytes(StandardCharsets.ISO_8859_1));

    /** The events that came, and how the stream ended. */
    record Seen(List<Integer> events, @Nullable Throwable end) {}

    /** The ways to read a stream. */
    enum Way {
        PULLED {
            @Override
            Seen read(HttpHeaders headers, String... pieces) {
                List<Integer> events = new ArrayList<>();
                byte[] all = String.join("", pieces).getBytes(StandardCharsets.UTF_8);
                HttpResponse answer = new HttpResponse(200, headers, new ByteArrayInputStream(all));
                try (EventStream<Integer> stream = new EventStream<>(answer, FORMAT, Answers::failure)) {
                    stream.forEach(events::add);
                    return new Seen(events, null);
                } catch (ParleyException e) {
                    return new Seen(events, e);
                }
            }
        },
        PULLED_BYTE_BY_BYTE {
            @Override
            Seen read(HttpHeaders headers, String... pieces) {
                byte[] all = String.join("", pieces).getBytes(StandardCharsets.UTF_8);
                ByteArrayInputStream drip = new ByteArrayInputStream(all) {
                    @Override
                    public synchronized int read(byte[] bytes, int offset, int length) {
                        return super.read(bytes, offset, Math.min(1, length));
                    }
                };
                List<Integer> events = new ArrayList<>();
                try (EventStream<Integer> stream =
                        new EventStream<>(new HttpResponse(200, headers, drip), FORMAT, Answers::failure)) {
                    stream.forEach(events::add);
                    return new Seen(events, null);
                } catch (ParleyException e) {
                    return new Seen(events, e);
                }
            }
        },
        PUSHED {
            @Override
            Seen read(HttpHeaders headers, String... pieces) {
                RecordingSubscriber<Integer> subscriber = new RecordingSubscriber<>(1, 1);
                ScriptedBody body = new ScriptedBody(pieces).end();
                new EventPublisher<>(
                                () -> CompletableFuture.completedFuture(Answers.pushed(headers, body)),
                                FORMAT,
                                Answers::failure,
                                Runnable::run)
                        .subscribe(subscriber);
                assertThat(subscriber.isEnded()).isTrue();
                return new Seen(subscriber.items(), subscriber.error());
            }
        };

        abstract Seen read(HttpHeaders headers, String... pieces);

        Seen read(String... pieces) {
            return read(Answers.HEADERS, pieces);
        }
    }

    static List<Arguments> everyWay(String... texts) {
        List<Arguments> all = new ArrayList<>();
        for (Way way : Way.values()) {
            for (String text : texts) {
                all.add(Arguments.of(way, text));
            }
        }
        return all;
    }

    private StreamWays() {}
}
