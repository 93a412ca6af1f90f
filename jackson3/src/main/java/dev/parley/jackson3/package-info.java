/** The module for Jackson 3. */
@NullMarked
package dev.parley.jackson3;

import org.jspecify.annotations.NullMarked;
