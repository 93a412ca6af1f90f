package dev.parley.benchmarks.codec.plain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands inside of items. */
public final class PlainValues {
    private PlainValues() {}

    /** What a search of the web, a computer or a shell did. */
    @Json(naming = Json.Naming.LowerUnderscore)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Action(
            @Nullable String type,
            @Nullable List<String> queries,
            @Nullable String query,
            @Nullable String button,
            @Nullable Long x,
            @Nullable Long y,
            @Nullable List<String> command,
            @Nullable List<String> commands,
            @Nullable Map<String, String> env,
            @Nullable Long maxOutputLength,
            @Nullable Long timeoutMs) {}

    /** A place in a file. */
    @Json(naming = Json.Naming.LowerUnderscore)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FoundFile(
            @Nullable String fileId,
            @Nullable String filename,
            double score,
            @Nullable String text,
            @Nullable Map<String, Object> attributes) {}

    /** A tool that a model may call. */
    @Json(naming = Json.Naming.LowerUnderscore)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Tool(
            @Nullable String type,
            String name,
            @Nullable String description,
            @Nullable Map<String, Object> parameters,
            @Nullable Map<String, Object> inputSchema,
            @Nullable Map<String, Object> annotations,
            @Nullable Boolean strict) {}

    /** What a program printed. */
    @Json
    public record Logs(String type, String logs) {}

    /** A change of a file. */
    @Json
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Patch(String type, @Nullable String diff, String path) {}
}
