package dev.parley.generator.openapitools;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.naming.NameLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The file that keeps the names of one run for the next: JSON, a line for each name, sorted, to be committed beside the
 * document.
 *
 * @param file where it is, or will be
 */
public record NameLockFile(Path file) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final TypeReference<Map<String, Map<String, String>>> SECTIONS = new TypeReference<>() {};

    /** Returns the names that a file holds, none if {@code file} is {@code null}. */
    public static NameLock read(@Nullable Path file, Diagnostics diagnostics) {
        return file == null ? NameLock.empty() : new NameLockFile(file).read(diagnostics);
    }

    /** Returns the names of the run before; none if there is no file yet, or one that cannot be read, which is an error. */
    NameLock read(Diagnostics diagnostics) {
        if (!Files.exists(file)) {
            return NameLock.empty();
        }
        try {
            Map<String, Map<String, String>> sections = JSON.readValue(Files.readAllBytes(file), SECTIONS);
            sections.values().forEach(names -> names.forEach((asker, name) -> Objects.requireNonNull(name, asker)));
            return new NameLock(sections);
        } catch (IOException | NullPointerException e) {
            diagnostics.error(
                    "name-lock",
                    file.toString(),
                    "The name lock cannot be read",
                    "Take the last good version, or delete it to have names chosen anew");
            return NameLock.empty();
        }
    }

    /** Writes the names, all or nothing; a file that holds them already is left alone. */
    void write(NameLock lock) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            byte[] text = text(lock).getBytes(StandardCharsets.UTF_8);
            if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), text)) {
                return;
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(part, text);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(NameLock lock) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        return JSON.writer(printer).writeValueAsString(lock.sections()) + "\n";
    }
}
