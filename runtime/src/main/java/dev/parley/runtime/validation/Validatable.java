package dev.parley.runtime.validation;

import java.util.List;

/** A request that can be held against the limits that its document states. */
public interface Validatable {

    /** Returns every violation of a documented limit, in the order of the document; none if the request keeps to all. */
    List<Violation> validate();
}
