package dev.parley.conformance.strict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conformance.ItemFixture;
import dev.parley.conformance.ItemTypes;
import dev.parley.conformance.Shared;
import dev.parley.conformance.Trees;
import dev.parley.conformance.report.Check;
import dev.parley.conformance.report.Evidence;
import dev.parley.runtime.json.JsonNumber;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/**
 * The fixtures are what the documents say. Those that are not, on purpose, are listed with the reason in {@code
 * strict/invalid-fixtures.txt}: what is listed must be wrong, and what is not listed right. {@code -Dstrict.update=true}
 * brings the list up to date, with what was found as the reason, to be reviewed. A member whose name begins with {@code
 * x_} stands for one of the future and needs no entry.
 */
class FixtureValidityTest {

    private static final boolean UPDATE = Boolean.getBoolean("strict.update");
    private static final String LIST = "/strict/invalid-fixtures.txt";
    private static final String HEAD =
            "# Fixtures that are not what the document says, on purpose: a name without .json, a colon, why.\n";
    private static final Map<String, String> UPDATED = new ConcurrentSkipListMap<>();
    private static final Map<String, String> INVALID = invalid();
    private static final Pattern OF_THE_FUTURE = Pattern.compile("names no member 'x_");

    @AfterAll
    static void update() throws IOException {
        if (UPDATE) {
            StringBuilder list = new StringBuilder(HEAD);
            UPDATED.forEach(
                    (name, why) -> list.append(name).append(": ").append(why).append('\n'));
            Files.writeString(Shared.project().resolve("conformance-tests/src/test/resources" + LIST), list);
        }
    }

    @TestFactory
    Stream<DynamicTest> item_ofEachForm_isValid() {
        return ItemFixture.all()
                .map(fixture -> DynamicTest.dynamicTest(
                        fixture.toString(),
                        () -> Evidence.show(
                                fixture.type(),
                                Check.ITEM_VALID,
                                "item " + fixture + noticed("items/" + fixture),
                                () -> assertListed(
                                        "items/" + fixture,
                                        Validity.ofAnswer(
                                                "GET",
                                                "/v1/conversations/conv_1/items/item_1",
                                                200,
                                                Validity.JSON,
                                                fixture.json().toJson())))));
    }

    @TestFactory
    Stream<DynamicTest> exchange_ofEachFixture_isValid() {
        Map<String, JsonObject> fixtures = fixtures();
        assertThat(fixtures).isNotEmpty();
        return fixtures.entrySet().stream()
                .map(fixture -> DynamicTest.dynamicTest(fixture.getKey(), () -> {
                    JsonObject request = Trees.objectMember(fixture.getValue(), "request");
                    String operation = Operations.of(Trees.text(request, "method"), Trees.text(request, "target"));
                    String proof = "fixture " + fixture.getKey() + noticed("fixtures/" + fixture.getKey());
                    Executable assertions =
                            () -> assertListed("fixtures/" + fixture.getKey(), findings(fixture.getValue()));
                    String[] parts = fixture.getKey().split("/");
                    boolean item = parts[0].equals("items") || parts[0].equals("input");
                    boolean known =
                            item && (ItemTypes.BY_WIRE_VALUE.containsKey(parts[1]) || parts[1].equals("unknown"));
                    Executable ofItem = () -> Evidence.show(parts[1], Check.ITEM_VALID, proof, assertions);
                    Evidence.show(operation, Check.OPERATION_VALID, proof, known ? ofItem : assertions);
                }));
    }

    @Test
    void listedFixtures_allOfThem_areThere() {
        Map<String, JsonObject> exchanges = fixtures();

        assertThat(INVALID.keySet())
                .allMatch(name -> name.startsWith("items/")
                        ? ItemFixture.all().anyMatch(fixture -> name.equals("items/" + fixture))
                        : exchanges.containsKey(name.replaceFirst("^fixtures/", "")));
    }

    private static String noticed(String name) {
        return INVALID.containsKey(name) ? ", which is wrong on purpose: noticed" : "";
    }

    private static void assertListed(String name, List<Finding> all) {
        String why = INVALID.get(name);
        List<Finding> findings = all.stream()
                .filter(finding -> !OF_THE_FUTURE.matcher(finding.toString()).find())
                .filter(finding -> !KnownDeviations.explainOfOtherServers(finding))
                .toList();
        if (UPDATE) {
            if (!findings.isEmpty()) {
                UPDATED.put(name, why == null ? findings.get(0).violation().toString() : why);
            }
        } else if (why == null) {
            assertThat(findings)
                    .as("if this is on purpose, list " + name + " in strict/invalid-fixtures.txt")
                    .isEmpty();
        } else {
            assertThat(findings)
                    .filteredOn(finding ->
                            finding.document().equals(Documents.ours().name()))
                    .as("listed in strict/invalid-fixtures.txt as wrong: " + why)
                    .isNotEmpty();
        }
    }

    static List<Finding> findings(JsonObject fixture) {
        JsonObject request = Trees.objectMember(fixture, "request");
        JsonObject response = Trees.objectMember(fixture, "response");
        String method = Trees.text(request, "method");
        String target = Trees.text(request, "target");
        int status = ((JsonNumber) Trees.member(response, "status")).intValue();
        return Stream.concat(
                        Validity.ofRequest(method, target, headers(request), body(request)).stream(),
                        Validity.ofAnswer(method, target, status, headers(response), body(response)).stream())
                .toList();
    }

    private static String body(JsonObject half) {
        JsonValue body = half.get("body");
        if (body != null) {
            return body.toJson();
        }
        return half.get("text") instanceof JsonString text ? text.value() : "";
    }

    private static Map<String, List<String>> headers(JsonObject half) {
        Map<String, List<String>> headers = new HashMap<>();
        if (half.get("headers") instanceof JsonObject given) {
            given.members().forEach((name, value) -> headers.put(name, List.of(((JsonString) value).value())));
        }
        return headers;
    }

    /** The fixtures that are wrong on purpose, and why. */
    private static Map<String, String> invalid() {
        try {
            Map<String, String> invalid = new TreeMap<>();
            for (String line : Files.readAllLines(path(LIST))) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.split(": ", 2);
                    invalid.put(parts[0], parts[1]);
                }
            }
            return invalid;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All exchanges, by their names. */
    static Map<String, JsonObject> fixtures() {
        if (FixtureValidityTest.class.getResource("/fixtures") == null) {
            return Map.of();
        }
        Path root = path("/fixtures");
        try (Stream<Path> files = Files.walk(root)) {
            Map<String, JsonObject> fixtures = new TreeMap<>();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".json")).toList()) {
                String name =
                        root.relativize(file).toString().replace('\\', '/').replaceFirst("\\.json$", "");
                fixtures.put(name, Trees.object(JsonValue.parse(Files.readAllBytes(file))));
            }
            return fixtures;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path path(String resource) {
        try {
            return Path.of(Objects.requireNonNull(FixtureValidityTest.class.getResource(resource), resource)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
