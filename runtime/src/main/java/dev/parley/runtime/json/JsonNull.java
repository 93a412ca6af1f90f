package dev.parley.runtime.json;

/** JSON's {@code null}, a value like the others: a member that holds it is not a missing member. */
public enum JsonNull implements JsonValue {
    /** The only null there is. */
    INSTANCE;

    @Override
    public String toString() {
        return "null";
    }
}
