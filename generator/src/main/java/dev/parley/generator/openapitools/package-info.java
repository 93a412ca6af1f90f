/**
 * The plug-in edge: what OpenAPI Generator, its Maven plug-in and its command line see of Parley.
 *
 * <p>Runs the pipeline and hands its text to the stock writer; uses nothing of the stock model of types and operations.
 */
@NullMarked
package dev.parley.generator.openapitools;

import org.jspecify.annotations.NullMarked;
