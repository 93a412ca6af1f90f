/**
 * JSONPath as RFC 9535 has it: what the targets of overlays are written in.
 *
 * <p>Queries are untrusted input: reading one and running one are limited. Knows JSON trees and nothing of OpenAPI.
 */
@NullMarked
package dev.parley.generator.jsonpath;

import org.jspecify.annotations.NullMarked;
