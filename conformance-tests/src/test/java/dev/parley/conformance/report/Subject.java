package dev.parley.conformance.report;

/** What the rows of a table of the report are. */
public enum Subject {
    /** Operations by their names, {@code conversations.items.list}. */
    OPERATION,
    /** Item types by their tags, {@code message}. */
    ITEM
}
