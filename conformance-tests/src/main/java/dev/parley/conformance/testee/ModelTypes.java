package dev.parley.conformance.testee;

import dev.parley.openai.OpenAiClient;
import dev.parley.openai.model.Conversation;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The public types of the model by name: by the simple name, {@code Outer.Nested}, or the name of the schema. */
final class ModelTypes {

    static final String ALIASES = "aliases.properties";

    private static final String MODULE = "dev.parley.openai";
    private static final String PACKAGE = Conversation.class.getPackageName() + ".";

    private final Map<String, ModelType> found = new HashMap<>();
    private @Nullable SortedMap<String, ModelType> all;
    private @Nullable Properties aliases;

    /**
     * Returns the type of that name.
     *
     * @throws BadRequestException if there is none; the message names those that are near
     */
    ModelType named(String name) {
        ModelType known = found.get(name);
        if (known == null) {
            known = byJavaName(name)
                    .or(() -> Optional.ofNullable(aliases().getProperty(name)).flatMap(ModelTypes::byJavaName))
                    .orElseThrow(() -> new BadRequestException(NearNames.refusal("type", name, all().keySet())));
            found.put(name, known);
        }
        return known;
    }

    /** Returns every type by its name, in the order of the names. */
    SortedMap<String, ModelType> all() {
        if (all == null) {
            all = listed();
        }
        return all;
    }

    /** Returns the names of types by the names that their schemas have in the document, where these differ. */
    Properties aliases() {
        if (aliases == null) {
            aliases = read(ALIASES);
        }
        return aliases;
    }

    private static Optional<ModelType> byJavaName(String name) {
        try {
            return ModelType.of(
                    Class.forName(PACKAGE + name.replace('.', '$'), false, Conversation.class.getClassLoader()));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }

    private static SortedMap<String, ModelType> listed() {
        SortedMap<String, ModelType> types = new TreeMap<>();
        for (String file : files()) {
            String name = file.replaceFirst("\\.class$", "").replace('/', '.');
            if (name.startsWith(PACKAGE)) {
                String typeName = name.substring(PACKAGE.length()).replace('$', '.');
                byJavaName(typeName).ifPresent(type -> types.put(typeName, type));
            }
        }
        return types;
    }

    /** The files of the client's module, which is a jar or a folder. */
    private static List<String> files() {
        try (ModuleReader reader =
                        ModuleFinder.of(location()).find(MODULE).orElseThrow().open();
                Stream<String> files = reader.list()) {
            return files.filter(file -> file.endsWith(".class")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path location() {
        try {
            return Path.of(OpenAiClient.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Properties read(String resource) {
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(ModelTypes.class.getResourceAsStream(resource), resource);
                Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            properties.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
