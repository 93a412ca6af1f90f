/**
 * The pipeline from a loaded document to source files, and what goes in and comes out of it.
 *
 * <p>Touches no disk and decides nothing itself: each stage is a package of its own.
 */
@NullMarked
package dev.parley.generator;

import org.jspecify.annotations.NullMarked;
