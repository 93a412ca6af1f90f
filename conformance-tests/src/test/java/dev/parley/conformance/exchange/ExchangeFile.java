package dev.parley.conformance.exchange;

import dev.parley.conformance.Shared;
import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Exchanges in a folder of JSON files. */
public final class ExchangeFile {

    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private ExchangeFile() {}

    /** Returns the folder of the fixtures, in the sources. */
    public static Path fixtures() {
        return resources().resolve("fixtures");
    }

    /** Returns the folder of the resources of the tests, in the sources. */
    public static Path resources() {
        return Shared.project().resolve("conformance-tests/src/test/resources");
    }

    /** Returns the paths of the JSON files of a folder and the folders inside of it, sorted, with slashes. */
    public static List<String> paths(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> path.endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a file.
     *
     * @throws ExchangeFormatException if it is no exchange
     */
    public static Exchange read(Path folder, String path) {
        try {
            byte[] json = Files.readAllBytes(folder.resolve(path));
            requireNoNameTwice(json);
            return Exchange.of(path, JsonValue.parse(json));
        } catch (DecodingException | JacksonException e) {
            throw new ExchangeFormatException(path, e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of two members of one name, the client's own reader takes the last. */
    private static void requireNoNameTwice(byte[] json) {
        try (JsonParser parser = STRICT.createParser(ObjectReadContext.empty(), json)) {
            while (parser.nextToken() != null) {
                // what is wrong is thrown
            }
        }
    }

    /** Writes a file, and makes its folder if need be. */
    public static void write(Path folder, String path, Exchange exchange) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, PrettyJson.print(exchange.json()));
    }
}
