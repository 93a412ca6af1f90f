package dev.parley.generator;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.diagnostic.GenerationException;
import dev.parley.generator.spec.Document;

/** From a loaded document to source files. {@link Parley} is the one there is; tests of the edges bring their own. */
@FunctionalInterface
public interface Pipeline {

    /**
     * Generates a client.
     *
     * @param document the loaded document
     * @param settings what the user chose
     * @param diagnostics takes what there is to say, and holds what loading had to say
     * @return the files, all of them, none written
     * @throws GenerationException if no sound client can be generated; carries everything that was found
     */
    Generation generate(Document document, Settings settings, Diagnostics diagnostics);
}
