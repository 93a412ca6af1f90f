package dev.parley.testkit;

import dev.parley.runtime.json.JsonObject;

/** What the service accepts as the metadata of a conversation. Lengths count Unicode code points. */
final class MetadataRules {

    private static final int MAX_PAIRS = 16;
    private static final int MAX_KEY_LENGTH = 64;
    private static final int MAX_VALUE_LENGTH = 512;

    private MetadataRules() {}

    /**
     * Checks metadata; absent and null metadata is empty.
     *
     * @throws ApiError if a rule is broken, naming the pair
     */
    static JsonObject accept(Parameter metadata) {
        if (metadata.isAbsent()) {
            return JsonObject.EMPTY;
        }
        JsonObject pairs = metadata.object();
        if (pairs.size() > MAX_PAIRS) {
            throw ApiError.tooManyProperties(metadata.path(), MAX_PAIRS, pairs.size());
        }
        for (String key : pairs.names()) {
            int keyLength = length(key);
            if (keyLength > MAX_KEY_LENGTH) {
                throw ApiError.propertyNameTooLong(metadata.path(), key, MAX_KEY_LENGTH, keyLength);
            }
            Parameter value = metadata.member(key);
            int valueLength = length(value.string());
            if (valueLength > MAX_VALUE_LENGTH) {
                throw ApiError.stringTooLong(value.path(), MAX_VALUE_LENGTH, valueLength);
            }
        }
        return pairs;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
