package dev.parley.conformance.report;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.TestAbortedException;

/**
 * What a test has shown of an operation or an item type, for the report. A test calls {@link #show} around its
 * assertions:
 *
 * <pre>{@code
 * Evidence.show("conversations.items.list", Check.OPERATION_FIXTURE, "list/first-page", () -> assertReplayed(fixture));
 * }</pre>
 *
 * @param row the operation's name or the item type's tag
 * @param check the column
 * @param proof what was shown, in a few words: the name of a fixture, of a vector
 * @param outcome how it ended
 */
public record Evidence(String row, Check check, String proof, Outcome outcome) {

    private static final Collection<Evidence> COLLECTED = new ConcurrentLinkedQueue<>();

    /** How a proof ended. */
    public enum Outcome {
        /** The assertions held. */
        SHOWN,
        /** They did not. */
        FAILED,
        /** Something that they need is not on this machine. */
        SKIPPED
    }

    /**
     * Runs the assertions and keeps how they ended; what they throw is thrown on.
     *
     * @throws Throwable what the assertions throw
     */
    public static void show(String row, Check check, String proof, Executable assertions) throws Throwable {
        Throwable thrown = null;
        try {
            assertions.execute();
        } catch (Throwable e) {
            thrown = e;
            throw e;
        } finally {
            add(row, check, proof, thrown);
        }
    }

    /** Keeps how assertions ended that have run: with what they threw, or null. */
    static void add(String row, Check check, String proof, @Nullable Throwable thrown) {
        Outcome outcome = thrown == null
                ? Outcome.SHOWN
                : thrown instanceof TestAbortedException ? Outcome.SKIPPED : Outcome.FAILED;
        COLLECTED.add(new Evidence(row, check, proof, outcome));
    }

    /** Returns what was collected up to now, in no particular order. */
    public static List<Evidence> collected() {
        return List.copyOf(COLLECTED);
    }
}
