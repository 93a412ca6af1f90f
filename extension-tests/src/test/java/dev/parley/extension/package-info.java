/** What a user's project can do with our artifacts, shown by one that stands outside of this build. */
@NullMarked
package dev.parley.extension;

import org.jspecify.annotations.NullMarked;
