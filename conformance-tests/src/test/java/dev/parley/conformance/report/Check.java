package dev.parley.conformance.report;

/** Something that the suite shows of operations or of item types: a column of the report. */
public enum Check {
    /** The client sends a fixture's request and makes of its answer what is written beside it. */
    OPERATION_FIXTURE(Subject.OPERATION, "Fixtures"),
    /** An error answer of a fixture becomes the exception that is written beside it. */
    OPERATION_ERROR(Subject.OPERATION, "Errors"),
    /** A real exchange is replayed: the same request, the same answer. */
    OPERATION_RECORDING(Subject.OPERATION, "Recordings"),
    /** The same request as the official Node client's. */
    OPERATION_VECTOR(Subject.OPERATION, "Node SDK"),
    /** The same request as the official Java client's. */
    OPERATION_SDK(Subject.OPERATION, "Java SDK"),
    /** Requests and answers are what the document says. */
    OPERATION_VALID(Subject.OPERATION, "Schema"),
    /** The asynchronous client does the same. */
    OPERATION_ASYNC(Subject.OPERATION, "Async"),
    /** Pages are followed to the end, or a stream of events is read. */
    OPERATION_SEQUENCE(Subject.OPERATION, "Pages, events"),

    /** A fixture of the type is read as its record and written back the same. */
    ITEM_FIXTURE(Subject.ITEM, "Fixtures"),
    /** Each status of the type has a fixture. */
    ITEM_STATUS(Subject.ITEM, "Statuses"),
    /** Each optional member is shown present, absent and, where it may be, null. */
    ITEM_PRESENCE(Subject.ITEM, "Presence"),
    /** A real item of the type is read as its record and written back the same. */
    ITEM_RECORDING(Subject.ITEM, "Recordings"),
    /** The official Java client reads and writes the same JSON, or loses what this one keeps. */
    ITEM_SDK(Subject.ITEM, "Java SDK"),
    /** Items of the type, read or made with builders, are what the document says. */
    ITEM_VALID(Subject.ITEM, "Schema"),
    /** Unknown members, enum values and other orders of members are kept. */
    ITEM_FUTURE(Subject.ITEM, "Newer data"),
    /** A client made from the document without the type reads and writes items of it without loss. */
    ITEM_REMOVED(Subject.ITEM, "Older client"),
    /** A switch without the type does not compile. */
    ITEM_SWITCH(Subject.ITEM, "Switch"),
    /** A changed member of a fixture of the type is noticed. */
    ITEM_MUTATION(Subject.ITEM, "Mutations");

    private final Subject subject;
    private final String title;

    Check(Subject subject, String title) {
        this.subject = subject;
        this.title = title;
    }

    /** Returns what the check is of. */
    public Subject subject() {
        return subject;
    }

    /** Returns the head of the column. */
    public String title() {
        return title;
    }
}
