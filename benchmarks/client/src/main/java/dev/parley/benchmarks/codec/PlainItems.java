package dev.parley.benchmarks.codec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import dev.parley.benchmarks.codec.pages.Page;
import dev.parley.benchmarks.codec.plain.PlainItem;
import dev.parley.benchmarks.codec.plain.PlainPage;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds hand-written records against a page, and against what jackson-databind reads into the same records. */
final class PlainItems {
    private PlainItems() {}

    static void verify(Object decoded, Page page) {
        Map<? extends Class<?>, String> tags = Stream.of(
                        PlainItem.class.getAnnotation(JsonSubTypes.class).value())
                .collect(Collectors.toMap(JsonSubTypes.Type::value, JsonSubTypes.Type::name));
        PlainPage list = (PlainPage) decoded;
        Expected.equal(
                page.types(),
                list.data().stream().map(item -> tags.get(item.getClass())).toList());
        DatabindRecords reference = new DatabindRecords();
        Expected.equal(text(reference, reference.decode(page.bytes())), text(reference, decoded));
    }

    private static String text(DatabindRecords reference, Object decoded) {
        return new String(reference.encode(decoded), StandardCharsets.UTF_8);
    }
}
