/**
 * Decides every Java name once, before anything is emitted: types, members, constants, services, methods and codecs.
 *
 * <p>Illegal identifiers and collisions end here; no other stage makes up a name or changes one.
 */
@NullMarked
package dev.parley.generator.naming;

import org.jspecify.annotations.NullMarked;
