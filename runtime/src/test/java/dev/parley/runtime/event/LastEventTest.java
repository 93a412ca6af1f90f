package dev.parley.runtime.event;

import static dev.parley.runtime.event.Answers.event;
import static dev.parley.runtime.event.StreamWays.SECRET;
import static dev.parley.runtime.event.StreamWays.everyWay;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.error.StreamException;
import dev.parley.runtime.event.StreamWays.Seen;
import dev.parley.runtime.event.StreamWays.Way;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How a stream ends whose last event is not closed by a blank line. */
@Timeout(120)
class LastEventTest {
    static List<?> lastEvents() {
        return everyWay(
                "data: {\"type\":\"count\",\"n\":2}",
                "data: {\"type\":\"count\",\"n\":2}\n",
                "event: count\r\ndata: {\"type\":\"count\",\r\ndata: \"n\":2}\r\n",
                "data: {\"type\":\"count\",\"n\":2}\nid: 3");
    }

    @ParameterizedTest
    @MethodSource("lastEvents")
    void read_lastEventWithoutTheBlankLine_isAnEvent(Way way, String last) {
        assertThat(way.read(last)).isEqualTo(new Seen(List.of(2), null));
        assertThat(way.read(event(1), last)).isEqualTo(new Seen(List.of(1, 2), null));
    }

    @ParameterizedTest
    @EnumSource
    void read_lastErrorWithoutTheBlankLine_isAnError(Way way) {
        Seen seen = way.read(event(1), "data: {\"error\":{\"message\":\"no key sk-secret\",\"code\":\"c\"}}");

        assertThat(seen.events()).containsExactly(1);
        assertThat(seen.end())
                .hasMessageContaining("no key ***")
                .isInstanceOfSatisfying(
                        StreamException.class, e -> assertThat(e.code()).isEqualTo("c"));
    }

    static List<?> cutData() {
        return everyWay(
                "data: {\"type\":\"count\",\"n\":2",
                "data: {\"type\":\"cou",
                "event: count\ndata: {\"type\":\"count\",\n",
                "data: {\"type\":\"count\",\"key\":\"sk-secret");
    }

    @ParameterizedTest
    @MethodSource("cutData")
    void read_answerThatEndsWithinAnEvent_failsBehindTheOthers(Way way, String cut) {
        Seen seen = way.read(event(1), cut);

        assertThat(seen.events()).containsExactly(1);
        assertThat(seen.end())
                .isInstanceOf(StreamException.class)
                .hasMessageStartingWith("POST /responses: the stream ended within an event")
                .hasMessageNotContaining(SECRET);
        assertThat(way.read(cut).end()).hasMessageStartingWith("POST /responses: the stream ended without an event");
    }
}
