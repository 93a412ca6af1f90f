/** Tests of the page of benchmarks, on figures that are made up. */
@NullMarked
package dev.parley.benchmarks.report;

import org.jspecify.annotations.NullMarked;
