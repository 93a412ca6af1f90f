package dev.parley.generator.openapitools;

import dev.parley.generator.emit.template.TemplateSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The templates of a run: a file of the user's folder where there is one, else the built-in file of that name. */
public final class Templates implements TemplateSource {

    private static final String BUILT_IN = "dev/parley/templates/";
    private static final String TEMPLATE = ".mustache";

    private final @Nullable Path folder;

    /**
     * Takes the user's folder.
     *
     * @param folder files that take the place of built-in ones, or {@code null}
     * @throws IllegalArgumentException if {@code folder} is no folder
     */
    public Templates(@Nullable Path folder) {
        if (folder != null && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("the template folder " + folder + " is not there; give a folder");
        }
        this.folder = folder == null ? null : folder.toAbsolutePath().normalize();
    }

    /**
     * Returns the text of a template, lines ended by {@code \n}.
     *
     * @throws IllegalArgumentException if {@code name} leads out of the templates
     * @throws UncheckedIOException if there is such a file but it cannot be read as UTF-8
     */
    @Override
    public @Nullable String text(String name) {
        if (!Path.of(BUILT_IN).resolve(name).normalize().startsWith(BUILT_IN)) {
            throw new IllegalArgumentException("'" + name + "' is no name of a template");
        }
        try {
            String text = folder == null ? null : own(folder.resolve(name));
            if (text == null) {
                text = builtIn(BUILT_IN + name);
            }
            return text == null ? null : text.replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the template " + name + " cannot be read as UTF-8", e);
        }
    }

    @Override
    public List<String> ownMixins() {
        Path mixins = folder == null ? null : folder.resolve("mixins");
        if (mixins == null || !Files.isDirectory(mixins)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(mixins)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(TEMPLATE))
                    .map(name -> name.substring(0, name.length() - TEMPLATE.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + mixins + " cannot be read", e);
        }
    }

    private static @Nullable String own(Path file) throws IOException {
        return Files.isRegularFile(file) ? Files.readString(file) : null;
    }

    private static @Nullable String builtIn(String resource) throws IOException {
        try (InputStream stream = Templates.class.getClassLoader().getResourceAsStream(resource)) {
            return stream == null ? null : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
