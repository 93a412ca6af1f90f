package dev.parley.conformance.sdk;

import dev.parley.conformance.testee.ClientOperation;
import java.util.List;
import java.util.function.Predicate;

/**
 * Something in which the requests of the two clients are not equal on purpose.
 *
 * @param aspect what is different, as {@link ComparedRequest#differences} names it, a star at the end for any ending
 * @param scope the calls that it shows in, in words
 * @param shows whether it shows in a call: then it must, and elsewhere it must not
 * @param reason why it is left as it is
 */
record Difference(String aspect, String scope, Predicate<CallPair> shows, String reason) {

    private static final Predicate<CallPair> EMPTY_ID = call -> call.name().equals("id \"\"");
    private static final Predicate<CallPair> DOTS =
            call -> call.name().equals("id \".\"") || call.name().equals("id \"..\"");
    private static final Predicate<CallPair> SENT = EMPTY_ID.or(DOTS).negate();
    private static final Predicate<CallPair> POST = call ->
            ClientOperation.named(call.operation()).orElseThrow().method().equals("POST");
    private static final Predicate<CallPair> OWN_ACCEPT =
            call -> call.name().equals("option header of the client's own");

    static final List<Difference> ALL = List.of(
            new Difference(
                    "header accept",
                    "every call answered with JSON, unless the user sets the header",
                    SENT.and(call -> !call.streams()).and(OWN_ACCEPT.negate()),
                    "ours says application/json, like the official Node client; the official Java client says nothing"),
            new Difference(
                    "header accept-encoding",
                    "every call",
                    SENT,
                    "the HTTP client inside of the official one asks for gzip and unpacks it; ours takes what is sent, so"
                            + " that its limit of the size of an answer is that of what came over the wire"),
            new Difference(
                    "header idempotency-key",
                    "every POST",
                    POST,
                    "ours sends one, so that a server can tell a repeated call from a new one (ADR 16); the official Java"
                            + " client sends none"),
            new Difference("header user-agent", "every call", SENT, "each names itself"),
            new Difference(
                    "header x-parley-retry-count",
                    "every call",
                    SENT,
                    "ours counts attempts under a name of its own; x-stainless-retry-count is the official one's"),
            new Difference(
                    "header x-stainless-*",
                    "every call",
                    SENT,
                    "the official client tells the server about the machine, the language and its settings; ours keeps"
                            + " that to itself"),
            new Difference(
                    "body $.items[0].results[0].score",
                    "a score with more digits than a float has",
                    call -> call.name().contains("file_search_call/results-long-numbers"),
                    "ours keeps the number; in the official Java client a score is a float"),
            new Difference(
                    "body $.items[0].arguments.n",
                    "a number with more digits than a double has, in free JSON",
                    call -> call.name().contains("tool_search_call/arguments-object"),
                    "ours keeps the literal; the official Java client makes a double of it"),
            new Difference(
                    "refused by theirs",
                    "an empty identifier",
                    EMPTY_ID,
                    "ours sends it, as the official Node client does, and the server says what it makes of it; both refuse"
                            + " '.' and '..'"));

    /** What of the differences of a call is not listed. */
    static List<String> unlisted(CallPair call, List<String> found) {
        return found.stream()
                .filter(each -> ALL.stream().noneMatch(listed -> listed.explains(call, each)))
                .toList();
    }

    boolean explains(CallPair call, String different) {
        return shows.test(call)
                && (aspect.endsWith("*")
                        ? different.startsWith(aspect.substring(0, aspect.length() - 1))
                        : different.equals(aspect));
    }

    @Override
    public String toString() {
        return aspect + " (" + scope + "): " + reason;
    }
}
