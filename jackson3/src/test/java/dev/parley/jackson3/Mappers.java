package dev.parley.jackson3;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.util.List;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.dataformat.cbor.CBORMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Mappers that users have: with settings that change what databind finds by itself. */
final class Mappers {
    static final JsonMapper JSON = builder().build();

    static final CBORMapper CBOR =
            CBORMapper.builder().addModule(new ParleyModule()).build();

    static final YAMLMapper YAML =
            YAMLMapper.builder().addModule(new ParleyModule()).build();

    private Mappers() {}

    static JsonMapper.Builder builder() {
        return JsonMapper.builder().addModule(new ParleyModule());
    }

    static JsonMapper typing(DefaultTyping which) {
        return builder().activateDefaultTyping(trusted(), which).build();
    }

    /** The classes that a type id may name. */
    static BasicPolymorphicTypeValidator trusted() {
        return BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("dev.parley.")
                .allowIfSubType("java.util.")
                .build();
    }

    /** A mapper that reads deeper than ours do, and numbers that JSON has not. */
    static JsonMapper lenient() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(10_000).build())
                .enable(JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS)
                .enable(JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS)
                .enable(JsonReadFeature.ALLOW_TRAILING_DECIMAL_POINT_FOR_NUMBERS)
                .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build();
        return JsonMapper.builder(factory).addModule(new ParleyModule()).build();
    }

    static List<JsonMapper> odd() {
        return List.of(
                builder()
                        .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
                        .enable(
                                MapperFeature.SORT_PROPERTIES_ALPHABETICALLY,
                                MapperFeature.SORT_CREATOR_PROPERTIES_FIRST,
                                MapperFeature.FIX_FIELD_NAME_UPPER_CASE_PREFIX,
                                MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES,
                                MapperFeature.REQUIRE_SETTERS_FOR_GETTERS)
                        .build(),
                builder()
                        .changeDefaultPropertyInclusion(inclusion -> JsonInclude.Value.construct(
                                JsonInclude.Include.NON_DEFAULT, JsonInclude.Include.NON_EMPTY))
                        .build(),
                builder()
                        .enable(
                                SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS,
                                SerializationFeature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED)
                        .enable(EnumFeature.WRITE_ENUMS_USING_INDEX, EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                        .enable(
                                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                                DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                                DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
                                DeserializationFeature.UNWRAP_SINGLE_VALUE_ARRAYS)
                        .build(),
                builder().disable(MapperFeature.USE_ANNOTATIONS).build(),
                builder()
                        .changeDefaultVisibility(
                                checker -> checker.withVisibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
                                        .withVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY))
                        .build(),
                typing(DefaultTyping.NON_FINAL));
    }
}
