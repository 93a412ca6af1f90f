package dev.parley.conformance.report;

/** Something that the suite shows of operations or of item types: a column of the report. */
public enum Check {
    /** The client sends a fixture's request and makes of its answer what is written beside it. */
    OPERATION_FIXTURE(
            Subject.OPERATION,
            "Fixtures",
            "The client sends a fixture's request and makes of its answer what is written beside it."),
    /** An error answer of a fixture becomes the exception that is written beside it. */
    OPERATION_ERROR(
            Subject.OPERATION,
            "Errors",
            "An error answer of a fixture becomes the exception that is written beside it."),
    /** A real exchange is replayed: the same request, the same answer. */
    OPERATION_RECORDING(
            Subject.OPERATION, "Recordings", "A real exchange is replayed: the same request, the same answer."),
    /** The same request as the official Node client's. */
    OPERATION_VECTOR(Subject.OPERATION, "Node SDK", "The same request as the official Node client's."),
    /** The same request as the official Java client's. */
    OPERATION_SDK(Subject.OPERATION, "Java SDK", "The same request as the official Java client's."),
    /** Requests and answers are what the document says. */
    OPERATION_VALID(Subject.OPERATION, "Schema", "Requests and answers are what the document says."),
    /** The asynchronous client does the same. */
    OPERATION_ASYNC(Subject.OPERATION, "Async", "The asynchronous client does the same."),
    /** Pages are followed to the end, or a stream of events is read. */
    OPERATION_SEQUENCE(
            Subject.OPERATION, "Pages, events", "Pages are followed to the end, or a stream of events is read."),

    /** A fixture of the type is read as its record and written back the same. */
    ITEM_FIXTURE(Subject.ITEM, "Fixtures", "A fixture of the type is read as its record and written back the same."),
    /** Each status of the type has a fixture. */
    ITEM_STATUS(Subject.ITEM, "Statuses", "Each status of the type has a fixture."),
    /** Each optional member is shown present, absent and, where it may be, null. */
    ITEM_PRESENCE(
            Subject.ITEM, "Presence", "Each optional member is shown present, absent and, where it may be, null."),
    /** A real item of the type is read as its record and written back the same. */
    ITEM_RECORDING(
            Subject.ITEM, "Recordings", "A real item of the type is read as its record and written back the same."),
    /** The official Java client reads and writes the same JSON, or loses what this one keeps. */
    ITEM_SDK(
            Subject.ITEM,
            "Java SDK",
            "The official Java client reads and writes the same JSON, or loses what this one keeps."),
    /** Items of the type, read or made with builders, are what the document says. */
    ITEM_VALID(Subject.ITEM, "Schema", "Items of the type, read or made with builders, are what the document says."),
    /** Unknown members, enum values and other orders of members are kept. */
    ITEM_FUTURE(Subject.ITEM, "Newer data", "Unknown members, enum values and other orders of members are kept."),
    /** A client made from the document without the type reads and writes items of it without loss. */
    ITEM_REMOVED(
            Subject.ITEM,
            "Older client",
            "A client made from the document without the type reads and writes items of it without loss."),
    /** A switch without the type does not compile. */
    ITEM_SWITCH(Subject.ITEM, "Switch", "A switch without the type does not compile."),
    /** A changed member of a fixture of the type is noticed. */
    ITEM_MUTATION(Subject.ITEM, "Mutations", "A changed member of a fixture of the type is noticed.");

    private final Subject subject;
    private final String title;
    private final String meaning;

    Check(Subject subject, String title, String meaning) {
        this.subject = subject;
        this.title = title;
        this.meaning = meaning;
    }

    /** Returns what the check is of. */
    public Subject subject() {
        return subject;
    }

    /** Returns the head of the column. */
    public String title() {
        return title;
    }

    /** Returns what is shown, in a sentence. */
    public String meaning() {
        return meaning;
    }

    /** Returns whether all that it can show comes from the folder {@code ../shared}. */
    boolean needsShared() {
        return this == OPERATION_RECORDING || this == OPERATION_VECTOR || this == ITEM_RECORDING;
    }
}
