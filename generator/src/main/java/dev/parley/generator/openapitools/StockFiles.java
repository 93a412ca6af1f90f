package dev.parley.generator.openapitools;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.openapitools.codegen.utils.ImplementationVersion;

/** What OpenAPI Generator leaves beside the files of any generator, where its writer is not asked to: the same texts. */
final class StockFiles {

    static final String IGNORE_FILE = ".openapi-generator-ignore";

    private static final String EXAMPLE = "_common/.openapi-generator-ignore";
    private static final String VERSION = ".openapi-generator/VERSION";

    private StockFiles() {}

    /** Writes an ignore file without rules unless there is one, and which version it is. */
    static void write(Path folder) {
        try {
            Path ignore = folder.resolve(IGNORE_FILE);
            if (!Files.exists(ignore)) {
                Files.createDirectories(folder);
                Files.write(ignore, example());
            }
            Path version = folder.resolve(VERSION);
            byte[] text = (ImplementationVersion.read() + "\n").getBytes(StandardCharsets.UTF_8);
            if (!Files.isRegularFile(version) || !Arrays.equals(Files.readAllBytes(version), text)) {
                Files.createDirectories(version.getParent());
                Files.write(version, text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] example() throws IOException {
        ClassLoader loader = ImplementationVersion.class.getClassLoader();
        try (InputStream stream = Objects.requireNonNull(loader.getResourceAsStream(EXAMPLE), EXAMPLE)) {
            return stream.readAllBytes();
        }
    }
}
