package dev.parley.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases of the HTML Standard, section "Server-sent events", on texts of our own. */
class EventParserTest {

    @Test
    void parse_dataOverSeveralLines_joinsThemByLineFeeds() {
        assertThat(dataOf("data: GOLD\ndata: +2\ndata: 1900\n\n")).containsExactly("GOLD\n+2\n1900");
    }

    @Test
    void parse_commentIdsAndSpaces_keepsWhatCounts() {
        List<ServerSentEvent> events = parse("""
                : a stream for a test

                data: one
                id: 7

                data:two
                id

                data:  three

                """);

        assertThat(events)
                .containsExactly(
                        new ServerSentEvent("7", "message", "one", null),
                        new ServerSentEvent(null, "message", "two", null),
                        new ServerSentEvent(null, "message", " three", null));
    }

    @Test
    void parse_dataFieldsWithoutValue_areEmptyLines() {
        assertThat(dataOf("data\n\ndata\ndata\n\ndata:")).containsExactly("", "\n");
    }

    @Test
    void parse_withAndWithoutOneSpaceAfterTheColon_isTheSame() {
        assertThat(dataOf("data:x\n\ndata: x\n\n")).containsExactly("x", "x");
    }

    @Test
    void parse_eventWithoutDataButWithAName_isDroppedWithItsName() {
        assertThat(parse("event: lost\n\ndata: kept\n\n"))
                .containsExactly(new ServerSentEvent(null, "message", "kept", null));
    }

    @Test
    void parse_eventNames_holdForOneEventAndTheLastOneCounts() {
        assertThat(parse("event: a\nevent: b\ndata: 1\n\ndata: 2\n\nevent: b\ndata: 3\n\nevent: b\nevent\ndata: 4\n\n"))
                .extracting(ServerSentEvent::event)
                .containsExactly("b", "message", "b", "message");
    }

    @Test
    void parse_id_holdsForLaterEventsUntilAnotherComes() {
        assertThat(parse("id: 1\ndata: a\n\ndata: b\n\nid: 2\n\ndata: c\n\nid:\ndata: d\n\n"))
                .extracting(ServerSentEvent::id)
                .containsExactly("1", "1", "2", null);
    }

    @Test
    void parse_idWithNul_isIgnored() {
        assertThat(parse("id: 1\ndata: a\n\nid: 2\0x\ndata: b\n\n"))
                .extracting(ServerSentEvent::id)
                .containsExactly("1", "1");
    }

    @Test
    void parse_retry_takesDigitsOnly() {
        assertThat(parse("""
                        retry: 2500
                        data: a

                        retry: 1s
                        data: b

                        retry: -1
                        data: c

                        retry:
                        data: d

                        retry: 99999999999999999999999999
                        data: e

                        retry: 000000000000000000000000007
                        data: f

                        """))
                .extracting(ServerSentEvent::retry)
                .containsExactly(
                        Duration.ofMillis(2500),
                        null,
                        null,
                        null,
                        Duration.ofMillis(Long.MAX_VALUE),
                        Duration.ofMillis(7));
    }

    @Test
    void parse_unknownFieldsAndNamesInOtherCase_areIgnored() {
        assertThat(dataOf("Data: no\ndatas: no\n data: no\ndat: no\nevents: no\nfoo\nwww: a\ndata: yes\n\n"))
                .containsExactly("yes");
    }

    @Test
    void parse_colonsInTheValue_belongToIt() {
        assertThat(dataOf("data: a: b:c\n\ndata::\n\n")).containsExactly("a: b:c", ":");
    }

    @Test
    void parse_incompleteEventAtTheEnd_isDropped() {
        assertThat(dataOf("data: 1\n\ndata: 2\n")).containsExactly("1");
        assertThat(dataOf("data: 1\n\ndata: 2")).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void parse_anyLineEnd_isALineEnd(String end) {
        String text = "data: 1|data: 2||: c|id: 9|data: 3||".replace("|", end);

        assertThat(parse(text))
                .containsExactly(
                        new ServerSentEvent(null, "message", "1\n2", null),
                        new ServerSentEvent("9", "message", "3", null));
    }

    @Test
    void parse_mixedLineEnds_countEachOnce() {
        assertThat(dataOf("data: 1\r\ndata: 2\rdata: 3\n\rdata: 4\r\n\ndata: 5\n\r\n"))
                .containsExactly("1\n2\n3", "4", "5");
    }

    @Test
    void parse_carriageReturnAtTheEndOfAPiece_endsTheEventAtOnce() throws IOException {
        EventParser parser = new EventParser(1000);
        feed(parser, "data: 1\r\n\r");
        assertThat(parser.next()).isTrue();
        assertThat(parser.next()).isFalse();

        feed(parser, "\ndata: 2\r\n\r\n");

        assertThat(parser.next()).isTrue();
        assertThat(parser.toEvent().data()).isEqualTo("2");
        assertThat(parser.next()).isFalse();
    }

    @Test
    void parse_byteOrderMark_isDroppedOnceAtTheVeryStart() {
        assertThat(dataOf("\uFEFFdata: 1\n\n\uFEFFdata: 2\ndata: \uFEFF3\n\n")).containsExactly("1", "\uFEFF3");
        assertThat(dataOf("\uFEFF\uFEFFdata: 1\n\n")).isEmpty();
        assertThat(dataOf("\n\uFEFFdata: 1\n\n")).isEmpty();
        assertThat(dataOf("\uFEFF\ndata: 1\n\n")).containsExactly("1");
    }

    @Test
    void parse_bytesThatAreNotUtf8_becomeReplacementCharacters() throws IOException {
        EventParser parser = new EventParser(1000);
        parser.feed(new byte[] {'d', 'a', 't', 'a', ':', 'a', (byte) 0xC3, '\n', '\n'}, 0, 9);

        assertThat(parser.next()).isTrue();
        assertThat(parser.toEvent().data()).isEqualTo("a\uFFFD");
    }

    @Test
    void parse_cutAnywhere_givesTheSameEvents() throws IOException {
        String text =
                "\uFEFF: c\r\nevent: grün\r\nid: é1\rretry: 10\ndata: ä\r\ndata\r\n\r\ndata: 😀\r\rdata: x\n\n: end";
        List<ServerSentEvent> whole = parse(text);
        assertThat(whole).hasSize(3);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        for (int size = 1; size < bytes.length; size++) {
            EventParser parser = new EventParser(1000);
            List<ServerSentEvent> events = new ArrayList<>();
            for (int from = 0; from < bytes.length; from += size) {
                parser.feed(bytes, from, Math.min(size, bytes.length - from));
                while (parser.next()) {
                    events.add(parser.toEvent());
                }
            }
            assertThat(events).as("pieces of %d", size).isEqualTo(whole);
        }
    }

    @Test
    void data_whoseBytesAreOverwrittenOnceUsedUp_staysAsItWas() throws IOException {
        EventParser parser = new EventParser(1000);
        byte[] bytes = "data: first\n".getBytes(StandardCharsets.UTF_8);
        parser.feed(bytes, 0, bytes.length);
        assertThat(parser.next()).isFalse();

        bytes = reused(bytes, "data: more\n\n");
        parser.feed(bytes, 0, 11);
        assertThat(parser.next()).isFalse();
        bytes = reused(bytes, "\ndata: cut");
        parser.feed(bytes, 0, 10);
        assertThat(parser.next()).isTrue();
        assertThat(parser.toEvent().data()).isEqualTo("first\nmore");
        assertThat(parser.data()).isEqualTo("first\nmore".getBytes(StandardCharsets.UTF_8));
        assertThat(parser.next()).isFalse();

        bytes = reused(bytes, " line\n\n");
        parser.feed(bytes, 0, 7);
        assertThat(parser.next()).isTrue();
        assertThat(parser.toEvent().data()).isEqualTo("cut line");
    }

    private static byte[] reused(byte[] array, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, array, 0, Math.min(array.length, bytes.length));
        return array;
    }

    @Test
    void parse_bytesNextToLineEndsByTheirNumber_arePartsOfTheLine() {
        String near = "\u0000\t\u000B\u000C\u000E\u001F\u0085\u007F\u010A\u2028\uFF8D";
        for (int length = 0; length < 20; length++) {
            for (String end : List.of("\n", "\r", "\r\n")) {
                String data = "x".repeat(length) + near + "y".repeat(length);
                assertThat(dataOf("data:" + data + end + end)).containsExactly(data);
            }
        }
    }

    @Test
    void parse_namesThatComeAgainOrNot_areThoseOfTheirEvents() {
        String text = "event: a\ndata\n\nevent: a\ndata\n\ndata\n\nevent: b\ndata\n\nevent:a\ndata\n\nevent\ndata\n\n"
                + "event: a\n\ndata\n\nevent: b\nevent: ab\ndata\n\n";

        assertThat(parse(text).stream().map(ServerSentEvent::event))
                .containsExactly("a", "a", "message", "b", "a", "message", "message", "ab");
    }

    @Test
    void parse_lineOverTheLimit_isRefusedBeforeItEnds() throws IOException {
        EventParser parser = new EventParser(100);
        feed(parser, ":" + "x".repeat(60));
        assertThat(parser.next()).isFalse();
        feed(parser, "x".repeat(60));

        assertThatThrownBy(parser::next).isInstanceOf(IOException.class).hasMessageContaining("limit of 100 bytes");
    }

    @Test
    void parse_manyDataLinesOverTheLimit_areRefused() throws IOException {
        EventParser parser = new EventParser(100);
        feed(parser, "data: 123456789\n".repeat(12));

        assertThatThrownBy(parser::next).isInstanceOf(IOException.class);
    }

    @Test
    void parse_manyEventsWithinTheLimit_areAllRead() throws IOException {
        EventParser parser = new EventParser(20);
        feed(parser, ": comment\ndata: 123456\n\n".repeat(1000));
        int count = 0;
        while (parser.next()) {
            count++;
        }

        assertThat(count).isEqualTo(1000);
    }

    @Test
    void feed_beforeTheOldBytesAreUsedUp_isRefused() {
        EventParser parser = new EventParser(1000);
        feed(parser, "data: 1\n\n");

        assertThatThrownBy(() -> feed(parser, "data: 2\n\n")).isInstanceOf(IllegalStateException.class);
    }

    private static List<String> dataOf(String text) {
        return parse(text).stream().map(ServerSentEvent::data).toList();
    }

    private static List<ServerSentEvent> parse(String text) {
        EventParser parser = new EventParser(1000);
        feed(parser, text);
        List<ServerSentEvent> events = new ArrayList<>();
        try {
            while (parser.next()) {
                events.add(parser.toEvent());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return events;
    }

    private static void feed(EventParser parser, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        parser.feed(bytes, 0, bytes.length);
    }
}
