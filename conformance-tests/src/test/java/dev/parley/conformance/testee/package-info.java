/** The testee, as its users see it: lines in, lines out. */
@NullMarked
package dev.parley.conformance.testee;

import org.jspecify.annotations.NullMarked;
