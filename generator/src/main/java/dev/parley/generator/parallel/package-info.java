/** Several threads at work on one list, whose result does not show how many there were. */
@NullMarked
package dev.parley.generator.parallel;

import org.jspecify.annotations.NullMarked;
