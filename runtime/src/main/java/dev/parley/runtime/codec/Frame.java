package dev.parley.runtime.codec;

import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reader knows of one open object: the declared members seen so far, and the additional ones. Used again and again. */
final class Frame {
    private long seen;
    private int last;
    private @Nullable BitSet seenBeyond;
    private JsonObject.@Nullable Builder additional;

    void open() {
        seen = 0;
        last = Members.START;
        if (seenBeyond != null) {
            seenBeyond.clear();
        }
        additional = null;
    }

    /** Returns the declared member seen last, {@link Members#START} if there is none. */
    int last() {
        return last;
    }

    /** Notes that a declared member is there; returns whether it is for the first time. */
    boolean see(int member) {
        last = member;
        if (member >= Long.SIZE) {
            return seeBeyond(member - Long.SIZE);
        }
        long before = seen;
        seen = before | 1L << member;
        return seen != before;
    }

    /** Adds an additional member; returns whether it is the first of its name. */
    boolean keep(String name, JsonValue value) {
        if (additional == null) {
            additional = JsonObject.builder();
        }
        int before = additional.size();
        return additional.put(name, value).size() > before;
    }

    /** Returns whether a required member has not been seen. */
    boolean isIncomplete(Members members) {
        int required = members.requiredCount();
        if (required < Long.SIZE) {
            return (seen | -1L << required) != -1L;
        }
        return !missing(members).isEmpty();
    }

    List<String> missing(Members members) {
        List<String> missing = new ArrayList<>();
        for (int member = 0; member < members.requiredCount(); member++) {
            if (!isSeen(member)) {
                missing.add(members.name(member));
            }
        }
        return missing;
    }

    JsonObject additional() {
        return additional == null ? JsonObject.EMPTY : additional.build();
    }

    private boolean isSeen(int member) {
        if (member >= Long.SIZE) {
            return seenBeyond != null && seenBeyond.get(member - Long.SIZE);
        }
        return (seen & 1L << member) != 0;
    }

    private boolean seeBeyond(int member) {
        if (seenBeyond == null) {
            seenBeyond = new BitSet();
        }
        boolean first = !seenBeyond.get(member);
        seenBeyond.set(member);
        return first;
    }
}
