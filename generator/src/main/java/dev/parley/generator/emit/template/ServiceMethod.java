package dev.parley.generator.emit.template;

import dev.parley.generator.model.Answering;
import dev.parley.generator.model.Operation;
import dev.parley.generator.model.Service;
import dev.parley.generator.naming.NameTable;
import java.util.ArrayList;
import java.util.List;

/**
 * A method of a service: an operation whose answer is taken as a whole, or event by event.
 *
 * @param events whether it reads the events of the answer
 */
record ServiceMethod(Service service, Operation operation, boolean events) {

    /** Returns the methods of a service in the order of its operations; one that can do both has two. */
    static List<ServiceMethod> of(Service service) {
        List<ServiceMethod> methods = new ArrayList<>();
        for (Operation operation : service.operations()) {
            if (!operation.streamsOnly()) {
                methods.add(new ServiceMethod(service, operation, false));
            }
            if (operation.streaming() != null) {
                methods.add(new ServiceMethod(service, operation, true));
            }
        }
        return methods;
    }

    String name(NameTable names) {
        return (events ? names.streamMethod(operation) : names.method(operation)).text();
    }

    /** Returns whether the answer is one page of a list. */
    boolean paged() {
        return !events && operation.paging() != null;
    }

    /** Returns whether the answer is bytes that are read as they come in. */
    boolean streamed() {
        return is(Answering.Kind.CONTENT);
    }

    /** Returns whether the answer is text. */
    boolean textual() {
        return is(Answering.Kind.TEXT);
    }

    private boolean is(Answering.Kind kind) {
        return !events && !empty() && operation.answering().kind() == kind;
    }

    /** Returns whether there is a success without a body, beside one with it. */
    boolean nullable() {
        return !events && !empty() && operation.answering().nullable();
    }

    /** Returns whether the answer has no content. */
    boolean empty() {
        return !events && operation.response() == null;
    }
}
