/**
 * Programs that a user of the client would write, each a whole one.
 *
 * <p>They run against the test kit by default and against a real server when the environment names a key.
 */
@NullMarked
package dev.parley.examples;

import org.jspecify.annotations.NullMarked;
