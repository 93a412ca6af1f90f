/** Clients made from older and from newer documents, and JDKs that are not the one of the build. */
@NullMarked
package dev.parley.conformance.time;

import org.jspecify.annotations.NullMarked;
