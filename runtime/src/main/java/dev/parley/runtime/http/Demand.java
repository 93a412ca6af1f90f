package dev.parley.runtime.http;

/** How many pieces of a body its reader wants, and how many of those its source has been asked for already. */
final class Demand {
    private long wanted; // guarded by this; by the reader, and not passed on to it yet
    private long ahead; // guarded by this; asked for, and not wanted by the reader yet

    /** Adds pieces that the source is asked for before the reader wants them. */
    synchronized void readAhead(long count) {
        ahead = sum(ahead, count);
    }

    /** Adds pieces that the reader wants; returns how many of them the source has not been asked for. */
    synchronized long add(long count) {
        wanted = sum(wanted, count);
        long known = Math.min(ahead, count);
        ahead -= ahead == Long.MAX_VALUE ? 0 : known;
        return count - known;
    }

    /** Takes one piece off what the reader wants; returns false if it wants none. */
    synchronized boolean take() {
        if (wanted == 0) {
            return false;
        }
        wanted -= wanted == Long.MAX_VALUE ? 0 : 1;
        return true;
    }

    /** Returns the sum; so much as the largest number means all there is. */
    static long sum(long some, long more) {
        return some + Math.min(more, Long.MAX_VALUE - some);
    }
}
