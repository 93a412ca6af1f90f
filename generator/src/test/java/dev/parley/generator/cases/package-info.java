/**
 * Runs the pipeline over folders of cases and holds what comes out to what stands in the folder.
 *
 * <p>Knows the generator by its public face only; what one stage does is tested beside that stage.
 */
@NullMarked
package dev.parley.generator.cases;

import org.jspecify.annotations.NullMarked;
