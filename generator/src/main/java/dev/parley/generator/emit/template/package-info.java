/**
 * Renders what has mostly fixed text (client, services, pages, package and module descriptions, mixins) with Mustache.java.
 *
 * <p>The only package that imports Mustache.java. Views hold finished text: a template never computes a type or an import.
 */
@NullMarked
package dev.parley.generator.emit.template;

import org.jspecify.annotations.NullMarked;
