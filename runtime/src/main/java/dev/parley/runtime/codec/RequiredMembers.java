package dev.parley.runtime.codec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the required members that a builder lacks, so that all of them are named at once. */
public final class RequiredMembers {

    private final String type;
    private final List<String> missing = new ArrayList<>();

    private RequiredMembers(String type) {
        this.type = type;
    }

    /** Starts the check of a builder of {@code type}. */
    public static RequiredMembers of(String type) {
        return new RequiredMembers(type);
    }

    /** Notes a member whose value is missing. */
    public RequiredMembers check(String name, @Nullable Object value) {
        return checkSet(name, value != null);
    }

    /** Notes a member that may be null but was not set. */
    public RequiredMembers checkSet(String name, boolean set) {
        if (!set) {
            missing.add(name);
        }
        return this;
    }

    /**
     * Ends the check.
     *
     * @throws IllegalStateException if a member was noted; names every one
     */
    public void verify() {
        if (!missing.isEmpty()) {
            throw new IllegalStateException(type + " lacks required members: " + String.join(", ", missing));
        }
    }
}
