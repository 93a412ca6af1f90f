package dev.parley.generator.output;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What a run is about to do to a folder, found out before anything is done.
 *
 * @param changed the hash of each file that is new or differs, by its path below the output folder
 * @param unchanged the hash of each file that stands there as it is to be, by its path
 * @param leftOver files of the run before that this one does not yield
 * @param conflicts what must not be touched
 */
public record WritePlan(
        SortedMap<String, String> changed,
        SortedMap<String, String> unchanged,
        SortedSet<String> leftOver,
        List<Conflict> conflicts) {

    /** Why a file must not be touched. */
    public enum Reason {
        /** It differs from what the generator wrote and would be overwritten. */
        EDITED,
        /** It differs from what the generator wrote and would be deleted. */
        EDITED_AND_LEFT_OVER,
        /** The generator did not write it, and it would be overwritten. */
        FOREIGN,
        /** A folder or a special file stands where a file is to go. */
        BLOCKED
    }

    /**
     * A file that must not be touched.
     *
     * @param path where it stands below the output folder
     * @param reason why it must not
     */
    public record Conflict(String path, Reason reason) {}

    /** Returns whether there is nothing to write and nothing to delete. */
    public boolean isIdle() {
        return changed.isEmpty() && leftOver.isEmpty();
    }
}
