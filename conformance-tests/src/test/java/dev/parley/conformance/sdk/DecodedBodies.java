package dev.parley.conformance.sdk;

import dev.parley.conformance.ItemFixture;
import dev.parley.conformance.RecordedExchange;
import dev.parley.conformance.Shared;
import dev.parley.conformance.Trees;
import dev.parley.conformance.testee.ClientOperation;
import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.json.JsonNumber;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every body that the suite has: of the item fixtures, of the fixtures of exchanges, and of the recordings. */
final class DecodedBodies {

    private static final Path FIXTURES = Shared.project().resolve("conformance-tests/src/test/resources/fixtures");

    private DecodedBodies() {}

    /** Items as one sends them: those of the fixtures, in the form of the server or in that of the client. */
    static Stream<DecodedBody> inputItems() {
        Stream<DecodedBody> received = ItemFixture.all()
                .map(item -> new DecodedBody(item.type(), "item " + item, BodyKind.INPUT_ITEM, item.json()));
        return Stream.concat(received, exchanges().filter(DecodedBodies::isSentItem));
    }

    /** What is answered: single items, whole bodies, events of streams. */
    static Stream<DecodedBody> fixtures() {
        return exchanges().filter(body -> !isSentItem(body));
    }

    /** The bodies of the recorded exchanges, of both directions; skipped where there are none. */
    static Stream<DecodedBody> recordedBodies() {
        return RecordedExchange.all().stream()
                .filter(RecordedExchange::succeeded)
                .flatMap(exchange -> {
                    String operation = operation(exchange);
                    String name = "recording " + exchange;
                    DecodedBody answer = new DecodedBody(
                            operation, name, BodyKind.answeredBy(operation).orElseThrow(), exchange.responseBody());
                    return exchange.requestBody() instanceof JsonObject body
                            ? Stream.of(
                                    answer,
                                    new DecodedBody(
                                            operation,
                                            name,
                                            BodyKind.sentBy(operation).orElseThrow(),
                                            body))
                            : Stream.of(answer);
                });
    }

    /** The recorded items; skipped where there are none. */
    static Stream<DecodedBody> recordedItems() {
        Path manifest = Shared.file("recordings/items/manifest.json");
        return Trees.elements(Shared.json(manifest)).stream().map(entry -> {
            String file = Trees.text(entry, "file");
            boolean sent = !Trees.text(entry, "direction").equals("server-sent");
            return new DecodedBody(
                    Trees.text(entry, "type"),
                    "recorded item " + file,
                    sent ? BodyKind.INPUT_ITEM : BodyKind.ITEM,
                    Shared.json(manifest.resolveSibling(file)));
        });
    }

    private static boolean isSentItem(DecodedBody body) {
        return body.kind() == BodyKind.INPUT_ITEM;
    }

    private static Stream<DecodedBody> exchanges() {
        try (Stream<Path> files = Files.walk(FIXTURES)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream()
                    .flatMap(DecodedBodies::exchange);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folders say what a body is: {@code items/<tag>}, {@code input/<tag>}, or the name of an operation. */
    private static Stream<DecodedBody> exchange(Path file) {
        Path relative = FIXTURES.relativize(file);
        String name = "fixture " + relative.toString().replace(".json", "").replace('\\', '/');
        String folder = relative.getName(0).toString();
        JsonValue exchange = Shared.json(file);
        JsonObject response = Trees.objectMember(exchange, "response");
        if (((JsonNumber) Trees.member(response, "status")).intValue() / 100 != 2) {
            return Stream.empty();
        }
        @Nullable JsonValue body = response.get("body");
        return switch (folder) {
            case "items" -> ofItem(relative.getName(1).toString(), name, BodyKind.ITEM, body);
            case "input" -> sentItems(relative.getName(1).toString(), name, exchange);
            default -> ofOperation(folder, name, response);
        };
    }

    private static Stream<DecodedBody> ofItem(String tag, String name, BodyKind kind, @Nullable JsonValue json) {
        return Stream.ofNullable(json).map(item -> new DecodedBody(tag, name, kind, item));
    }

    private static Stream<DecodedBody> sentItems(String tag, String name, JsonValue exchange) {
        List<JsonValue> items = Trees.elements(
                Trees.member(Trees.objectMember(Trees.objectMember(exchange, "request"), "body"), "items"));
        List<DecodedBody> bodies = new ArrayList<>();
        for (JsonValue item : items) {
            String place = items.size() == 1 ? "" : " [" + bodies.size() + "]";
            bodies.add(new DecodedBody(tag, name + place, BodyKind.INPUT_ITEM, item));
        }
        return bodies.stream();
    }

    private static Stream<DecodedBody> ofOperation(String operation, String name, JsonObject response) {
        if (ClientOperation.named(operation).isEmpty()) {
            return Stream.empty();
        }
        if (response.get("text") instanceof JsonString text) {
            return text.value()
                    .lines()
                    .filter(line -> line.startsWith("data:") && line.contains("{"))
                    .flatMap(line -> event(line.substring("data:".length())))
                    .map(event -> new DecodedBody(operation, name, BodyKind.EVENT, event));
        }
        Optional<BodyKind> kind = BodyKind.answeredBy(operation);
        @Nullable JsonValue body = response.get("body");
        return body == null || kind.isEmpty()
                ? Stream.empty()
                : Stream.of(new DecodedBody(operation, name, kind.get(), body));
    }

    /** An event, unless the fixture is about one that is broken or goes on in the next line. */
    private static Stream<JsonValue> event(String data) {
        try {
            return Stream.of(JsonValue.parse(data));
        } catch (DecodingException e) {
            return Stream.empty();
        }
    }

    private static String operation(RecordedExchange exchange) {
        return ClientOperation.all().stream()
                .filter(each -> each.method().equals(exchange.method())
                        && each.path().split("/").length == exchange.path().size() + 1
                        && each.path().startsWith("/" + exchange.path().get(0)))
                .map(ClientOperation::name)
                .findFirst()
                .orElseThrow();
    }
}
