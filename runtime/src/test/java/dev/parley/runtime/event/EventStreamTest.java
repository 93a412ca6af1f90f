package dev.parley.runtime.event;

import static dev.parley.runtime.event.Answers.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.error.StreamException;
import dev.parley.runtime.error.TransportException;
import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.http.HttpResponse;
import dev.parley.runtime.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventStreamTest {

    @Test
    void iterate_toTheEndOfTheAnswer_givesTheEventsAndCloses() {
        Answers.Body body = new Answers.Body(event(1) + ": comment\n\n" + event(2));

        assertThat(Answers.stream(answer(body))).containsExactly(1, 2);
        assertThat(body.closed).hasPositiveValue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"data: [DONE]\n\n", "data:[DONE]\r\n\r\n", "event: done\ndata: [DONE] \n\n"})
    void iterate_toDone_endsWithoutAskingForTheEndOfTheAnswer(String done) {
        Answers.Body body = new Answers.Body(event(1) + done + event(2));
        Iterator<Integer> events = Answers.stream(answer(body)).iterator();

        assertThat(events.next()).isEqualTo(1);
        assertThat(body.closed).hasValue(0);
        assertThat(events.hasNext()).isFalse();
        assertThat(events.hasNext()).isFalse();
        assertThatThrownBy(events::next).isInstanceOf(NoSuchElementException.class);
        assertThat(body.closed).hasPositiveValue();
        assertThat(body.sawEnd()).isFalse();
    }

    @Test
    void iterate_aSecondTime_isRefused() {
        EventStream<Integer> stream = Answers.stream(event(1));
        assertThat(stream.iterator()).isNotNull();

        assertThatThrownBy(stream::iterator)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("once");
        assertThatThrownBy(stream::stream).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void stream_thatStopsEarly_closesWhenItIsClosed() {
        Answers.Body body = new Answers.Body(event(1) + event(2));

        try (Stream<Integer> stream = Answers.stream(answer(body)).stream()) {
            assertThat(stream.findFirst()).contains(1);
            assertThat(body.closed).hasValue(0);
        }
        assertThat(body.closed).hasPositiveValue();
    }

    @Test
    void stream_ofAllEvents_isInOrder() {
        assertThat(Answers.stream(event(3) + event(1) + event(2)).stream()).containsExactly(3, 1, 2);
    }

    @Test
    void iterate_afterAnEarlyClose_throws() {
        EventStream<Integer> stream = Answers.stream(event(1) + event(2));
        Iterator<Integer> events = stream.iterator();
        events.next();
        assertThat(events.hasNext()).isTrue();

        stream.close();

        assertThatThrownBy(events::hasNext)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(events::next).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void iterate_afterTheEndAndAClose_staysAtItsEnd() {
        EventStream<Integer> stream = Answers.stream(event(1));
        Iterator<Integer> events = stream.iterator();
        events.next();
        assertThat(events.hasNext()).isFalse();

        stream.close();

        assertThat(events.hasNext()).isFalse();
    }

    @Test
    void iterator_ofAClosedStream_isRefused() {
        EventStream<Integer> stream = Answers.stream(event(1));
        stream.close();

        assertThatThrownBy(stream::iterator).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: {\"type\":\"count\",\"n\":\n\n",
                "data: hello\n\n",
                "data: 12\n\n",
                "data: {\"n\":1} {}\n\n",
                "event: error\ndata: {\"type\":\"x\",\n\n"
            })
    void next_atDataThatDoesNotFit_throwsAndCloses(String broken) {
        Answers.Body body = new Answers.Body(event(1) + broken + event(2));
        Iterator<Integer> events = Answers.stream(answer(body)).iterator();
        events.next();

        DecodingException first = catchThrowableOfType(DecodingException.class, events::hasNext);

        assertThat(first).isNotNull();
        assertThat(body.closed).hasPositiveValue();
        assertThatThrownBy(events::next).isSameAs(first);
    }

    @Test
    void next_whenTheDecoderBreaks_throwsThatAndCloses() {
        Answers.Body body = new Answers.Body(event(1));
        Iterator<Object> events = new EventStream<>(
                        answer(body),
                        in -> {
                            throw new UnsupportedOperationException("scripted");
                        },
                        Answers::failure)
                .iterator();

        assertThatThrownBy(events::next).isInstanceOf(UnsupportedOperationException.class);
        assertThat(body.closed).hasPositiveValue();
    }

    @Test
    void next_atAnErrorInPlaceOfAnEvent_throwsWhatTheServerSays() {
        Answers.Body body = new Answers.Body(
                event(1)
                        + "data: {\"error\":{\"message\":\"too\\nmuch\",\"type\":\"tokens\",\"param\":\"n\",\"code\":\"limit\"}}\n\n");
        EventFormat<Integer> format = new EventFormat<>(Answers::number, "POST /responses", 1000, data -> data);
        Iterator<Integer> events = new EventStream<>(answer(body), format, Answers::failure).iterator();
        events.next();

        StreamException error = catchThrowableOfType(StreamException.class, events::next);

        assertThat(error)
                .hasMessage(
                        "POST /responses: the server ended the stream of events with an error: too much (request req_1)");
        assertThat(error.serverMessage()).isEqualTo("too\nmuch");
        assertThat(error.type()).isEqualTo("tokens");
        assertThat(error.param()).isEqualTo("n");
        assertThat(error.code()).isEqualTo("limit");
        assertThat(error.requestId()).isEqualTo("req_1");
        assertThat(error.body()).isNotNull();
        assertThat(body.closed).hasPositiveValue();
        assertThatThrownBy(events::hasNext).isSameAs(error);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: {\"error\":\"bad\"}\n\n",
                "data: {\"type\":null,\"error\":{\"message\":\"bad\"}}\n\n",
                "data: {\"error\":{\"message\":\"bad\"},\"type\":7}\n\n",
                "event: error\ndata: {\"message\":\"bad\",\"code\":500}\n\n",
                "event: error\ndata: bad\n\n",
                "event: error\ndata: \"bad\"\n\n",
            })
    void next_atWhatIsAnErrorByTheRule_throwsStreamException(String error) {
        assertThatThrownBy(() -> values(error).iterator().next())
                .isInstanceOfSatisfying(
                        StreamException.class,
                        e -> assertThat(e.serverMessage() == null ? e.rawBody() : e.serverMessage())
                                .contains("bad"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event: error\ndata: {\"type\":\"error\",\"message\":\"m\"}\n\n",
                "event: error\ndata: {\"type\":\"error\",\"error\":{\"message\":\"m\"}}\n\n",
                "data: {\"error\":{\"message\":\"m\"},\"type\":\"response.failed\"}\n\n",
                "data: {\"error\":null,\"n\":1}\n\n",
                "data: {\"n\":1}\n\n",
                "data: [{\"error\":\"x\"}]\n\n",
                "event: errors\ndata: {\"n\":1}\n\n",
            })
    void next_atWhatIsAnEventByTheRule_returnsIt(String event) {
        assertThat(values(event).iterator().next()).isNotNull();
    }

    @Test
    void next_atBytesThatAreNotUtf8_replacesThem() {
        byte[] text = "data: {\"type\":\"t\",\"x\":\"a?b\"}\n\n".getBytes(StandardCharsets.UTF_8);
        text[new String(text, StandardCharsets.UTF_8).indexOf('?')] = (byte) 0xFF;
        HttpResponse answer = answer(new ByteArrayInputStream(text));

        JsonValue value = new EventStream<JsonValue>(answer, in -> in.readValue(), Answers::failure)
                .iterator()
                .next();

        assertThat(value.toJson()).contains("a\uFFFDb");
    }

    @Test
    void next_atAnEventOverTheLimit_throwsTransportException() {
        EventFormat<Integer> format = new EventFormat<>(Answers::number, "", 50, data -> data);
        HttpResponse answer = answer(new Answers.Body(event(1) + "data: {\"n\":" + "1".repeat(60) + "}\n\n"));
        Iterator<Integer> events = new EventStream<>(answer, format, Answers::failure).iterator();
        events.next();

        assertThatThrownBy(events::next)
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("limit of 50 bytes");
    }

    @Test
    void next_whenAFailingEventRepeatsASecret_masksIt() {
        EventFormat<Integer> format = new EventFormat<>(
                Answers::number,
                "",
                1000,
                data -> new String(data, StandardCharsets.UTF_8)
                        .replace("sk-secret", "***")
                        .getBytes(StandardCharsets.UTF_8));
        for (String data : List.of("{\"error\":\"no key sk-secret\"}", "no JSON: sk-secret")) {
            HttpResponse answer = answer(new Answers.Body("data: " + data + "\n\n"));
            Iterator<Integer> events = new EventStream<>(answer, format, Answers::failure).iterator();

            assertThatThrownBy(events::next).satisfies(e -> {
                assertThat(e.toString()).doesNotContain("secret");
                if (e instanceof DecodingException decoding) {
                    assertThat(decoding.bodyText()).isEqualTo("no JSON: ***");
                } else {
                    assertThat(((StreamException) e).rawBody()).contains("***").doesNotContain("secret");
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "Application/JSON; charset=utf-8", "text/html", "application/problem+json"})
    void next_whenTheAnswerIsNoStreamOfEvents_throwsInsteadOfEnding(String type) {
        HttpHeaders headers = HttpHeaders.builder().add("content-type", type).build();
        Answers.Body body = new Answers.Body("{\"id\":\"resp_1\"}");
        Iterator<Integer> events =
                Answers.stream(new HttpResponse(200, headers, body)).iterator();

        assertThatThrownBy(events::hasNext)
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("text/event-stream");
        assertThat(body.closed).hasPositiveValue();
    }

    @Test
    void next_whenTheAnswerNamesNoContentType_readsEvents() {
        assertThat(Answers.stream(new HttpResponse(200, HttpHeaders.EMPTY, new Answers.Body(event(1)))))
                .containsExactly(1);
    }

    @Test
    void lastEventId_isThatOfTheEventHandedOutLast() {
        EventStream<Integer> stream =
                Answers.stream(event(1) + "id: a\n" + event(2) + event(3) + "id: b\n" + event(4) + "id: c\n\n");
        List<String> ids = new ArrayList<>();

        for (Iterator<Integer> events = stream.iterator(); events.hasNext(); events.next()) {
            ids.add(stream.lastEventId());
        }

        assertThat(ids).containsExactly(null, null, "a", "a");
        assertThat(stream.lastEventId()).isEqualTo("c");
    }

    @Test
    void accessors_tellWhatTheAnswerSaid() {
        EventStream<Integer> stream = Answers.stream("");

        assertThat(stream.status()).isEqualTo(200);
        assertThat(stream.headers()).isEqualTo(Answers.HEADERS);
        assertThat(stream.requestId()).isEqualTo("req_1");
        assertThat(stream.toString()).startsWith("EventStream[200 ");
    }

    @Test
    void next_whenReadingFails_throwsTransportExceptionEachTime() {
        Answers.Body body = new Answers.Body(event(1)) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int count = super.read(bytes, offset, length);
                if (count < 0) {
                    throw new IOException("connection reset");
                }
                return count;
            }
        };
        Iterator<Integer> events = Answers.stream(answer(body)).iterator();
        events.next();

        assertThatThrownBy(events::hasNext)
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("reset");
        assertThatThrownBy(events::next).isInstanceOf(TransportException.class);
        assertThat(body.closed).hasPositiveValue();
    }

    private static EventStream<JsonValue> values(String text) {
        return new EventStream<>(answer(new Answers.Body(text)), in -> in.readValue(), Answers::failure);
    }

    private static HttpResponse answer(InputStream body) {
        return new HttpResponse(200, Answers.HEADERS, body);
    }
}
