/** The module for Jackson 2. */
@NullMarked
package dev.parley.jackson2;

import org.jspecify.annotations.NullMarked;
