package dev.parley.generator.model;

/** Whether a member must be there, and whether it may be {@code null}. */
public enum Presence {
    /** Must be there and not {@code null}. */
    REQUIRED,
    /** Must be there, may be {@code null}; always written. */
    REQUIRED_NULLABLE,
    /** May be absent. An explicit {@code null} is kept, whether or not the document allows it. */
    OPTIONAL
}
