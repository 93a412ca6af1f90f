package dev.parley.generator.openapitools;

import dev.parley.generator.Settings;
import dev.parley.generator.output.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user chooses for a run, whichever way it is started.
 *
 * @param document the document, a local file
 * @param overlays overlay files or folders, in the order in which they are applied
 * @param basePackage the package above all generated ones, or {@code null} for the document's own choice
 * @param templates a folder of templates that take the place of built-in ones, or {@code null}
 * @param referenceRoot the folder that references may not lead out of, or {@code null} for that of the document
 * @param nameLock the file that keeps the chosen names from run to run, or {@code null}
 * @param sourceFolder where sources stand below the output folder, with {@code /} between the names
 * @param overwrite whether files that the generator did not write as they are may be overwritten and deleted
 */
public record RunOptions(
        Path document,
        List<Path> overlays,
        @Nullable String basePackage,
        @Nullable Path templates,
        @Nullable Path referenceRoot,
        @Nullable Path nameLock,
        String sourceFolder,
        boolean overwrite) {

    /** Where sources stand unless the user says otherwise. */
    public static final String DEFAULT_SOURCE_FOLDER = "src/main/java";

    private static final String TEMPLATE = ".mustache";

    public RunOptions {
        overlays = List.copyOf(overlays);
    }

    /**
     * Returns what of it the pipeline is told.
     *
     * @throws IllegalArgumentException if a choice has no sense
     */
    public Settings settings() {
        return new Settings(basePackage, new Templates(templates));
    }

    /**
     * Returns a hash of all that the output depends on beside the generator itself: these choices, what their files hold,
     * and the rules of the ignore file. Whether files may be overwritten does not matter to what they hold.
     *
     * @param ignoreFile the file with the rules, which need not be there
     * @throws IOException if a file cannot be read
     */
    String fingerprint(Path ignoreFile) throws IOException {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.addFile("document", document);
        for (Path overlay : overlays) {
            if (Files.isDirectory(overlay)) {
                fingerprint.addFolder("overlays", overlay, 1, name -> true);
            } else {
                fingerprint.addFile("overlay", overlay);
            }
        }
        fingerprint.add("package", String.valueOf(basePackage));
        if (templates != null) {
            fingerprint.addFolder("templates", templates, Integer.MAX_VALUE, name -> name.endsWith(TEMPLATE));
        }
        fingerprint.add("references", String.valueOf(referenceRoot));
        // What it holds is looked at as what a run has read: the run itself may change it.
        fingerprint.add("names", String.valueOf(nameLock));
        fingerprint.add("sources", sourceFolder);
        for (String rule : rules(ignoreFile)) {
            fingerprint.add("ignored", rule);
        }
        return fingerprint.value();
    }

    /** Returns what the ignore file says; the one that the stock writer makes says nothing. */
    private static List<String> rules(Path ignoreFile) throws IOException {
        return Files.isRegularFile(ignoreFile)
                ? Files.readAllLines(ignoreFile).stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .toList()
                : List.of();
    }
}
