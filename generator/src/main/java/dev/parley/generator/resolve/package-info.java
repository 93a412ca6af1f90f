/**
 * Turns a parsed OpenAPI document into the picture of an API: one pass a class, listed in {@link
 * dev.parley.generator.resolve.Resolver}.
 *
 * <p>Decides every fact that an emitter needs, and reports what it cannot decide soundly; decides no Java name, writes
 * nothing and fetches nothing.
 */
@NullMarked
package dev.parley.generator.resolve;

import org.jspecify.annotations.NullMarked;
