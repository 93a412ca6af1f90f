package dev.parley.generator.model;

import java.util.Set;

/**
 * What can be held against the limits of the document before it is sent.
 *
 * @param requests the records that a call takes: each can be asked for its violations
 * @param checked what is reached from these, themselves included, and has something to check
 */
public record Validation(Set<DeclarationId> requests, Set<DeclarationId> checked) {

    /** Nothing. */
    public static final Validation NONE = new Validation(Set.of(), Set.of());

    public Validation {
        requests = Set.copyOf(requests);
        checked = Set.copyOf(checked);
    }
}
