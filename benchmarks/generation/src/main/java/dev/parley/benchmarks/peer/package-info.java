/** Clients that OpenAPI Generator makes, brought to compile, beside Parley's at reading the same page. */
@NullMarked
package dev.parley.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
