package dev.parley.benchmarks.call;

/** One client of the server. Where it does not block, what the methods return is a {@code CompletableFuture}. */
interface Caller {

    /** Gets one item. */
    Object retrieve();

    /** Creates a conversation with one item and metadata. */
    Object create();
}
