package dev.parley.testkit;

import com.sun.net.httpserver.Headers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that goes wrong with a whole request, for {@link ConversationsServer#failNext(Fault)}. */
public final class Fault {

    enum Kind {
        ANSWER,
        DROP_CONNECTION,
        NEVER_ANSWER,
        LOSE_ANSWER,
        HALF_BODY,
        DRIP
    }

    private final Kind kind;
    private final @Nullable Answer answer;
    private final Duration pause;

    private Fault(Kind kind, @Nullable Answer answer, Duration pause) {
        this.kind = kind;
        this.answer = answer;
        this.pause = pause;
    }

    /**
     * Returns an answer that takes the place of the real one; the request is not done.
     *
     * @param status the HTTP status, 200 to 599; a 2xx with a broken body is a failure too
     * @param body the body as it is to be sent, in UTF-8; empty for none; never sent with 204 and 304
     * @param headers further headers, such as {@code retry-after}, one value each
     * @return the fault
     * @throws IllegalArgumentException if the status is out of its range, or a header holds a line break
     */
    public static Fault answer(int status, String body, Map<String, String> headers) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("status: expected 200 to 599, but got " + status);
        }
        Map<String, String> lowerCase = new LinkedHashMap<>();
        headers.forEach((name, value) -> {
            requireSendable(name, value);
            lowerCase.put(name.toLowerCase(Locale.ROOT), value);
        });
        return new Fault(Kind.ANSWER, Answer.text(status, body, lowerCase), Duration.ZERO);
    }

    /**
     * Reads the request and closes the connection; the request is not done.
     *
     * @return the fault
     */
    public static Fault dropConnection() {
        return of(Kind.DROP_CONNECTION);
    }

    /**
     * Reads the request and keeps the connection open without a word until the server is closed; the request is not done.
     *
     * @return the fault
     */
    public static Fault neverAnswer() {
        return of(Kind.NEVER_ANSWER);
    }

    /**
     * Does what the request asks and closes the connection without an answer.
     *
     * @return the fault
     */
    public static Fault loseAnswer() {
        return of(Kind.LOSE_ANSWER);
    }

    /**
     * Does what the request asks, sends the head of the answer and half of its body, and closes the connection.
     *
     * @return the fault
     */
    public static Fault halfBody() {
        return of(Kind.HALF_BODY);
    }

    /**
     * Does what the request asks and sends the body of the answer byte by byte.
     *
     * @param pause the wait before each byte
     * @return the fault
     * @throws IllegalArgumentException if the pause is negative
     */
    public static Fault drip(Duration pause) {
        if (pause.isNegative()) {
            throw new IllegalArgumentException("pause: expected no negative duration, but got " + pause);
        }
        return new Fault(Kind.DRIP, null, pause);
    }

    Kind kind() {
        return kind;
    }

    /**
     * The answer of {@link Kind#ANSWER}.
     *
     * @throws IllegalStateException for any other kind
     */
    Answer answer() {
        if (answer == null) {
            throw new IllegalStateException(kind + " has no answer of its own");
        }
        return answer;
    }

    Duration pause() {
        return pause;
    }

    private static Fault of(Kind kind) {
        return new Fault(kind, null, Duration.ZERO);
    }

    /** The JDK's own headers refuse what would break the answer apart. */
    private static void requireSendable(String name, String value) {
        new Headers().set(name, value);
    }
}
