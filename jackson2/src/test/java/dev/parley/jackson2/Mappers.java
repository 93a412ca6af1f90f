package dev.parley.jackson2;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper.DefaultTyping;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.List;

/** Mappers that users have: with settings that change what databind finds by itself. */
final class Mappers {
    static final JsonMapper JSON = builder().build();

    static final CBORMapper CBOR =
            CBORMapper.builder().addModule(new ParleyModule()).build();

    static final YAMLMapper YAML =
            YAMLMapper.builder().addModule(new ParleyModule()).build();

    private Mappers() {}

    static JsonMapper.Builder builder() {
        return JsonMapper.builder().addModule(new ParleyModule()).addModule(new Jdk8Module());
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
                                MapperFeature.USE_STD_BEAN_NAMING,
                                MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES,
                                MapperFeature.REQUIRE_SETTERS_FOR_GETTERS)
                        .build(),
                builder()
                        .defaultPropertyInclusion(JsonInclude.Value.construct(
                                JsonInclude.Include.NON_DEFAULT, JsonInclude.Include.NON_EMPTY))
                        .build(),
                builder()
                        .enable(
                                SerializationFeature.WRITE_ENUMS_USING_INDEX,
                                SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS,
                                SerializationFeature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED)
                        .enable(
                                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                                DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                                DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
                                DeserializationFeature.UNWRAP_SINGLE_VALUE_ARRAYS)
                        .build(),
                builder()
                        .disable(MapperFeature.USE_ANNOTATIONS, MapperFeature.AUTO_DETECT_CREATORS)
                        .build(),
                builder()
                        .visibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
                        .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
                        .build(),
                typing(DefaultTyping.NON_FINAL));
    }
}
