package dev.parley.conformance.sdk;

import dev.parley.conformance.ItemTypes;
import dev.parley.runtime.json.JsonValue;

/**
 * JSON that both clients read and write back.
 *
 * @param row the tag of an item, or an operation
 * @param name where it comes from: {@code fixture message/full}
 * @param kind what it is
 * @param json the JSON
 */
record DecodedBody(String row, String name, BodyKind kind, JsonValue json) {

    /** Whether the report has it among the item types, not the operations. */
    boolean isOfAnItemType() {
        return (kind == BodyKind.ITEM || kind == BodyKind.INPUT_ITEM)
                && (ItemTypes.BY_WIRE_VALUE.containsKey(row) || row.equals("unknown"));
    }

    /** The row of the report: of an item of no type that the document names, the operation that it is sent in. */
    String reportRow() {
        return switch (kind) {
            case ITEM -> isOfAnItemType() ? row : "conversations.items.retrieve";
            case INPUT_ITEM -> isOfAnItemType() ? row : "conversations.items.create";
            default -> row;
        };
    }

    /** Whether a fixture is about something that is not known, or does not fit; its name says so. */
    boolean isOdd() {
        return name.contains("/unknown/") || name.contains("/unknown-") || name.contains("/broken-");
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
