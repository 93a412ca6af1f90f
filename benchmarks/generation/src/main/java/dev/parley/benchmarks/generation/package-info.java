/** What a generation costs as a whole process, beside OpenAPI Generator's own Java generator on the same document. */
@NullMarked
package dev.parley.benchmarks.generation;

import org.jspecify.annotations.NullMarked;
