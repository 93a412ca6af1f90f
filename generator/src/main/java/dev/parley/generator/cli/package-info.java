/**
 * The command line {@code parley}: options in, exit code and text for people out.
 *
 * <p>Generates nothing itself; runs the same way as the plug-in does.
 */
@NullMarked
package dev.parley.generator.cli;

import org.jspecify.annotations.NullMarked;
