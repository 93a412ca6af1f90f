package dev.parley.benchmarks.stream;

/** One way to read the events of a response. */
interface EventSource {

    /**
     * Makes one call and reads its events to the end.
     *
     * @param first is told when the first event is there
     * @return how many events there were
     */
    int read(Runnable first) throws Exception;
}
