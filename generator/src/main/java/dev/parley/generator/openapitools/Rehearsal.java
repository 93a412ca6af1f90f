package dev.parley.generator.openapitools;

import dev.parley.generator.Parley;
import dev.parley.generator.Settings;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.diagnostic.GenerationException;
import dev.parley.generator.parallel.Beside;
import dev.parley.generator.spec.SpecLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Generates from a small document of our own while the command line and the user's document are still being read, and
 * throws the result away: loading the classes of the later stages takes longer than running them, and so takes place on
 * the other processor. Nothing of it reaches the run.
 */
public final class Rehearsal {

    private static final String DOCUMENT = "rehearsal.yaml";

    private Rehearsal() {}

    /** Begins the rehearsal and returns; on a machine with one processor there is none. */
    public static void begin() {
        Beside.of(Rehearsal::files);
    }

    /**
     * Rehearses.
     *
     * @return how many files were generated
     * @throws GenerationException if our own document is not understood
     */
    static int files() {
        Diagnostics diagnostics = new Diagnostics();
        return new Parley()
                .generate(
                        SpecLoader.load(DOCUMENT, text(), diagnostics),
                        new Settings(null, new Templates(null)),
                        diagnostics)
                .files()
                .size();
    }

    private static String text() {
        try (InputStream stream = Rehearsal.class.getResourceAsStream(DOCUMENT)) {
            return new String(Objects.requireNonNull(stream, DOCUMENT).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
