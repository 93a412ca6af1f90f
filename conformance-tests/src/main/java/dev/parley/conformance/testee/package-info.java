/**
 * A door to the generated client for programs that do not know its Java API: operations and types by name, arguments and
 * bodies as JSON.
 */
@NullMarked
package dev.parley.conformance.testee;

import org.jspecify.annotations.NullMarked;
