package dev.parley.runtime.event;

import static dev.parley.runtime.event.Answers.event;
import static dev.parley.runtime.event.StreamWays.FORMAT;
import static dev.parley.runtime.event.StreamWays.SECRET;
import static dev.parley.runtime.event.StreamWays.everyWay;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.error.StreamException;
import dev.parley.runtime.error.TransportException;
import dev.parley.runtime.event.StreamWays.Seen;
import dev.parley.runtime.event.StreamWays.Way;
import dev.parley.runtime.flow.RecordingSubscriber;
import dev.parley.runtime.http.HttpHeaders;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What pulled and pushed streams alike make of servers and gateways that send something else than events. */
@Timeout(120)
class OddServersTest {
    static List<?> keepAlives() {
        return everyWay(
                "data:\n\n",
                "data\n\n",
                "data: \n\n",
                "data:  \t\n\n",
                "data\ndata\r\n\r\n",
                "event: ping\ndata:\n\n",
                "event: other\nid: 7\ndata:\n\n",
                "event: ping\ndata: ping\n\n",
                "event: keepalive\ndata: 2024-01-01 10:00:00\n\n",
                "event: keep-alive\ndata: {\n\n");
    }

    @ParameterizedTest
    @MethodSource("keepAlives")
    void read_eventThatKeepsTheConnectionAlive_isSkipped(Way way, String keepAlive) {
        Seen seen = way.read(keepAlive + event(1) + keepAlive, keepAlive + event(2), keepAlive);

        assertThat(seen).isEqualTo(new Seen(List.of(1, 2), null));
    }

    @ParameterizedTest
    @EnumSource
    void read_eventOfJsonNamedPing_isAnEvent(Way way) {
        assertThat(way.read("event: ping\n" + event(7)).events()).containsExactly(7);
    }

    @ParameterizedTest
    @EnumSource
    void read_doneThatIsNamedPing_ends(Way way) {
        assertThat(way.read(event(1) + "event: ping\ndata: [DONE]\n\n" + event(2)))
                .isEqualTo(new Seen(List.of(1), null));
    }

    static List<?> broken() {
        return everyWay("data: ping\n\n", "event: pings\ndata: ping\n\n", "event: message\ndata: keepalive\n\n");
    }

    @ParameterizedTest
    @MethodSource("broken")
    void read_otherEventThatIsNotJson_fails(Way way, String broken) {
        Seen seen = way.read(event(1), broken, event(2));

        assertThat(seen.events()).containsExactly(1);
        assertThat(seen.end()).isInstanceOf(DecodingException.class);
    }

    @ParameterizedTest
    @EnumSource
    void read_errorEventWithoutData_fails(Way way) {
        assertThat(way.read(event(1), "event: error\ndata:\n\n").end()).isInstanceOf(StreamException.class);
    }

    static List<?> nothing() {
        return everyWay(
                "",
                "\n\n",
                " \n",
                "\uFEFF",
                ": ping\n\n: ping",
                ":",
                "event: ping\ndata:\n\n",
                "event: ping\ndata: ping\n\n: bye\n",
                "id: 3\nretry: 100\n\nevent: x\n\n",
                "event: x\nid: 3",
                "data",
                "event: ping\ndata: ping",
                "data: [DONE]",
                "data: [DONE]\n",
                "data: [DONE]\n\n{\"error\":\"x\"}\n");
    }

    @ParameterizedTest
    @MethodSource("nothing")
    void read_answerThatSaysNothing_isAnEmptyStream(Way way, String nothing) {
        assertThat(way.read(nothing)).isEqualTo(new Seen(List.of(), null));
    }

    @ParameterizedTest
    @EnumSource
    void read_strayLinesAmongEvents_areIgnored(Way way) {
        assertThat(way.read("foo: bar\n" + event(1) + "{\"error\":\"x\"}\n").end())
                .isNull();
    }

    static List<?> errors() {
        return everyWay(
                "{\"error\":{\"message\":\"no key sk-secret\",\"code\":\"c\"}}",
                "{\"error\":{\"message\":\"no key sk-secret\",\"code\":\"c\"}}\n",
                ": ping\n\nevent: ping\ndata:\n\n{\"error\":{\"message\":\"no key sk-secret\",\"code\":\"c\"}}\r\n\r\n",
                "{\n  \"error\": {\n    \"message\": \"no key sk-secret\",\n    \"code\": \"c\"\n  }\n}\n",
                "\uFEFF{\"error\":{\"message\":\"no key sk-secret\",\"code\":\"c\"}}",
                "{\"detail\":\"no key sk-secret\",\"code\":\"c\"}");
    }

    @ParameterizedTest
    @MethodSource("errors")
    void read_errorThatIsNoEvent_saysItsWords(Way way, String error) {
        Seen seen = way.read(error);

        assertThat(seen.events()).isEmpty();
        assertThat(seen.end())
                .hasMessage(
                        "POST /responses: the stream ended without an event; the server says: no key *** (request req_1)")
                .isInstanceOfSatisfying(StreamException.class, e -> {
                    assertThat(e.serverMessage()).isEqualTo("no key ***");
                    assertThat(e.code()).isEqualTo("c");
                    assertThat(e.requestId()).isEqualTo("req_1");
                    assertThat(e.rawBody()).contains("no key ***").doesNotContain(SECRET);
                });
    }

    @ParameterizedTest
    @EnumSource
    void read_textThatIsNoEvent_saysHowItBegins(Way way) {
        String text = "upstream sk-secret is\tgone \u00e9\n" + "x".repeat(300) + SECRET;

        Seen seen = way.read(text);

        String begin = "upstream *** is gone \u00e9 ";
        assertThat(seen.end())
                .isInstanceOf(StreamException.class)
                .hasMessage("POST /responses: the stream ended without an event; the answer begins with: "
                        + begin
                        + "x".repeat(100 - begin.length())
                        + "… (request req_1)");
        assertThat(((StreamException) seen.end()).rawBody()).endsWith("xxx***");
        assertThat(((StreamException) seen.end()).serverMessage()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void read_linesBeyondWhatIsKept_areStillNoEmptyStream(Way way) {
        for (String text :
                List.of("y".repeat(70_000), "z\n" + (SECRET + "\n").repeat(10_000), "z\n" + SECRET.repeat(9_000))) {
            assertThat(way.read(text).end())
                    .isInstanceOfSatisfying(
                            StreamException.class,
                            e -> assertThat(e.rawBody()).hasSizeLessThan(70_000).doesNotContain("secret"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void read_encodedAnswer_namesTheEncoding(Way way) {
        HttpHeaders headers = HttpHeaders.builder()
                .add("content-type", "text/event-stream")
                .add("content-encoding", "gzip")
                .build();

        assertThat(way.read(headers, "\u001f\u008b\b\u0000").end())
                .isInstanceOf(StreamException.class)
                .hasMessage("POST /responses: the stream ended without an event;"
                        + " its content-encoding is gzip, which this client does not decode");
    }

    private static HttpHeaders type(String type) {
        return HttpHeaders.builder().add("content-type", type).build();
    }

    static List<?> json() {
        return everyWay("application/json", "application/problem+json; charset=utf-8");
    }

    @ParameterizedTest
    @MethodSource("json")
    void read_errorAsJson_saysItsWords(Way way, String type) {
        Seen seen = way.read(type(type), " {\"error\":{\"message\":", "\"no key sk-secret\",\"type\":\"t\"}}\n");

        assertThat(seen.end())
                .hasMessage("POST /responses: expected a stream of events (text/event-stream), found "
                        + type.split(";")[0] + "; the server says: no key ***")
                .isInstanceOfSatisfying(
                        StreamException.class, e -> assertThat(e.type()).isEqualTo("t"));
    }

    static List<?> otherJson() {
        return everyWay(
                "",
                "{\"id\":\"r\",\"error\":null}",
                "{\"error\":{}}",
                "{\"error\":",
                "{\"message\":\"x\"}",
                event(1),
                "[{\"error\":\"x\"}]",
                "{\"error\":\"" + "x".repeat(70_000) + "\"}",
                "{}".repeat(40_000));
    }

    @ParameterizedTest
    @MethodSource("otherJson")
    void read_otherJson_isRefusedByItsType(Way way, String body) {
        assertThat(way.read(type("application/json"), body).end())
                .isInstanceOf(TransportException.class)
                .hasMessageEndingWith("expected a stream of events (text/event-stream), found application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data: {\"type\":", "<html>", "", "{\"error\":{}}"})
    void read_otherContentThatGoesOn_isNotReadToItsEnd(String start) {
        String type = start.startsWith("{") || start.startsWith("data") ? "application/json" : "text/html";
        RecordingSubscriber<Integer> subscriber = new RecordingSubscriber<>(1, 1);
        ScriptedBody body = start.isEmpty() ? new ScriptedBody() : new ScriptedBody(start);

        new EventPublisher<>(
                        () -> CompletableFuture.completedFuture(Answers.pushed(type(type), body)),
                        FORMAT,
                        Answers::failure,
                        Runnable::run)
                .subscribe(subscriber);

        assertThat(subscriber.error()).isInstanceOf(TransportException.class);
        assertThat(body.isCancelled()).isTrue();
    }

    @Test
    void read_bodyThatBreaksOff_saysThatAndNotThatItIsEmpty() {
        RecordingSubscriber<Integer> subscriber = new RecordingSubscriber<>(1, 1);
        ScriptedBody body = new ScriptedBody("{\"error\":");
        new EventPublisher<>(() -> Answers.answered(body), FORMAT, Answers::failure, Runnable::run)
                .subscribe(subscriber);

        body.fail(new IOException("reset"));

        assertThat(subscriber.error()).isInstanceOf(TransportException.class).hasMessageContaining("reset");
    }
}
