/**
 * What publishers of this run-time have in common: signals one after the other, demand that is counted, and a future
 * for whoever wants the end alone. Not for users: no other module sees it.
 */
@NullMarked
package dev.parley.runtime.flow;

import org.jspecify.annotations.NullMarked;
