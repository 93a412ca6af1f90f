package dev.parley.generator.evolution;

/**
 * One change of a public API.
 *
 * @param effect whom it breaks
 * @param place the type, and the member if it is about one
 * @param what what is different, in a few words
 */
public record ApiChange(Effect effect, String place, String what) {

    /** Returns one line for people. */
    @Override
    public String toString() {
        return place + ": " + what;
    }
}
