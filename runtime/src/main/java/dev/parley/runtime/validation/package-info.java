/** What a request must keep to, checked before it is sent; the server stays the judge of everything else. */
@NullMarked
package dev.parley.runtime.validation;

import org.jspecify.annotations.NullMarked;
