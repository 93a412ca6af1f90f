/**
 * JSON as a sealed tree of immutable values, for schemas without a form of their own and for what a client keeps unread.
 *
 * <p>Nothing here may name a Jackson type, or lose what was received: numbers keep their literal, objects their order.
 */
@NullMarked
package dev.parley.runtime.json;

import org.jspecify.annotations.NullMarked;
