package dev.parley.benchmarks.codec.plain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of items. */
@Json(naming = Json.Naming.LowerUnderscore)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlainPage(
        String object,
        List<PlainItem> data,
        @Nullable String firstId,
        boolean hasMore,
        @Nullable String lastId) {}
