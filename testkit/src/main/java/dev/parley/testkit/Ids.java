package dev.parley.testkit;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Makes identifiers of the shape that the service gives: the second and its fraction in hexadecimal, random digits, and
 * the sixteen digits that end a conversation's identifier, which all its items share.
 */
final class Ids {

    private static final int PARTITION_DIGITS = 16;

    private final Clock clock;
    private final Random random;

    Ids(Clock clock, long seed) {
        this.clock = clock;
        this.random = new Random(seed);
    }

    String conversation() {
        return "conv_" + stamp() + digits() + digits();
    }

    /** The identifier of an item that a client adds: the conversation's digits come last. */
    String addedItem(String prefix, String conversationId) {
        return prefix + "_" + stamp() + digits() + partition(conversationId);
    }

    /** The identifier of an item that a model response leaves behind: the conversation's digits come first. */
    String responseItem(String prefix, String conversationId) {
        return prefix + "_" + partition(conversationId) + "00" + stamp() + digits();
    }

    /** The identifier of a response: the digits of its conversation come first, or those that its items will share. */
    String response(@Nullable String conversationId) {
        String partition = conversationId == null ? digits() : partition(conversationId);
        return "resp_" + partition + "00" + stamp() + digits();
    }

    /** The identifier of an item of a response's output, with the digits that the response's identifier begins with. */
    String outputItem(String prefix, String responseId) {
        int start = responseId.indexOf('_') + 1;
        return prefix + "_" + responseId.substring(start, start + PARTITION_DIGITS) + "00" + stamp() + digits();
    }

    String call() {
        return "call_" + digits() + digits().substring(8);
    }

    String request() {
        return "req_" + digits() + digits();
    }

    private String stamp() {
        Instant now = clock.instant();
        long fraction = now.getNano() * 0x1_0000L / 1_000_000_000L;
        return String.format(Locale.ROOT, "%08x%04x819%x", now.getEpochSecond(), fraction, random.nextInt(16));
    }

    private String digits() {
        return String.format(Locale.ROOT, "%016x", random.nextLong());
    }

    private static String partition(String conversationId) {
        return conversationId.substring(conversationId.length() - PARTITION_DIGITS);
    }
}
