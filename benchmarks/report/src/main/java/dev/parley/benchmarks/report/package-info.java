/** What the benchmarks measure, as data, and the page that shows it. */
@NullMarked
package dev.parley.benchmarks.report;

import org.jspecify.annotations.NullMarked;
