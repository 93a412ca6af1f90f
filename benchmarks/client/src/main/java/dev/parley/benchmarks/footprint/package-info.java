/** What an application takes up with a client: bytes of jars, and classes. */
@NullMarked
package dev.parley.benchmarks.footprint;

import org.jspecify.annotations.NullMarked;
