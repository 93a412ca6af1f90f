/** The pages that are decoded and encoded: made up by us, the same in every run. */
@NullMarked
package dev.parley.benchmarks.codec.pages;

import org.jspecify.annotations.NullMarked;
