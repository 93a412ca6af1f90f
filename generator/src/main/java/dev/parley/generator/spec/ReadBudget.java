package dev.parley.generator.spec;

/** What one run may still read, over all of its files; so that many small files cost no more than a large one. */
final class ReadBudget {

    private int files = ReadLimits.FILES;
    private long bytes = ReadLimits.BYTES;
    private long values = ReadLimits.VALUES;
    private int aliases = ReadLimits.ALIASES;

    /** Takes a file of so many bytes. */
    void takeFile(long size) throws UnreadableException {
        bytes -= size;
        if (bytes < 0) {
            throw new UnreadableException(
                    "size", "the files have more than " + ReadLimits.BYTES + " bytes", "split the document");
        }
        if (--files < 0) {
            throw new UnreadableException(
                    "size", "the document has more than " + ReadLimits.FILES + " files", "bundle some of them");
        }
    }

    /** Takes values of a tree; returns false if they are too many. */
    boolean takeValues(long number) {
        values -= number;
        return values >= 0;
    }

    /** Takes one use of a YAML anchor; returns false if it is one too many. */
    boolean takeAlias() {
        return --aliases >= 0;
    }
}
