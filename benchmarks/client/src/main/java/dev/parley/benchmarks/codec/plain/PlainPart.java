package dev.parley.benchmarks.codec.plain;

import com.alibaba.fastjson2.PropertyNamingStrategy;
import com.alibaba.fastjson2.annotation.JSONType;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the content of a message. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PlainPart.InputText.class, name = "input_text"),
    @JsonSubTypes.Type(value = PlainPart.OutputText.class, name = "output_text"),
    @JsonSubTypes.Type(value = PlainPart.SummaryText.class, name = "summary_text")
})
@Json(typeProperty = "type", naming = Json.Naming.LowerUnderscore)
@Json.SubType(type = PlainPart.InputText.class, name = "input_text")
@Json.SubType(type = PlainPart.OutputText.class, name = "output_text")
@Json.SubType(type = PlainPart.SummaryText.class, name = "summary_text")
@JSONType(
        typeKey = "type",
        seeAlso = {PlainPart.InputText.class, PlainPart.OutputText.class, PlainPart.SummaryText.class})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface PlainPart {

    /** Text of a user. */
    @JSONType(typeName = "input_text", naming = PropertyNamingStrategy.SnakeCase)
    record InputText(String text) implements PlainPart {}

    /** Text of a model. */
    @JSONType(typeName = "output_text", naming = PropertyNamingStrategy.SnakeCase)
    record OutputText(
            String text,
            @Nullable List<Object> annotations,
            @Nullable List<Object> logprobs) implements PlainPart {}

    /** Text about a text. */
    @JSONType(typeName = "summary_text", naming = PropertyNamingStrategy.SnakeCase)
    record SummaryText(String text) implements PlainPart {}
}
