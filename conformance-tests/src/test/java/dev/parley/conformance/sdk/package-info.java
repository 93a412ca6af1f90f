/** The official Java client beside ours: the same calls, the same answers, and every deliberate difference by name. */
@NullMarked
package dev.parley.conformance.sdk;

import org.jspecify.annotations.NullMarked;
