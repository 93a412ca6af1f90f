package dev.parley.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that one benchmark measured in one run; kept as a JSON file of its own.
 *
 * @param name which benchmark, also the name of the file, such as {@code decode}; on JDK 25 {@code cold-start-25}
 * @param title the heading of its part of the page
 * @param jvm the JVM that ran it, as {@link #jvmOfThisProcess()} says it
 * @param method how it was measured: forks, rounds, warm-up, options of the JVM; whole sentences
 * @param measurements all figures
 * @param goals what is asked of them
 * @param notes what a reader must know to judge the figures, as whole sentences in Markdown, such as what stands in the
 *     way of a goal
 */
public record Result(
        String name,
        String title,
        String jvm,
        String method,
        List<Measurement> measurements,
        List<Goal> goals,
        List<String> notes) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES) // older results do not say what is exact
            .build();

    public Result {
        measurements = List.copyOf(measurements);
        goals = List.copyOf(goals);
        notes = List.copyOf(notes);
    }

    /** Returns the vendor and version of the JVM that runs this. */
    public static String jvmOfThisProcess() {
        return System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version");
    }

    /**
     * Writes this to {@code name.json} in a folder, which is made if it is not there.
     *
     * @throws IOException if it cannot be written
     */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve(name + ".json"),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
    }

    /**
     * Reads one back.
     *
     * @throws IOException if the file cannot be read, or holds something else
     */
    public static Result read(Path file) throws IOException {
        try {
            return JSON.readValue(Files.readString(file), Result.class);
        } catch (JacksonException e) {
            throw new IOException(file + " is no result of a benchmark: " + e.getOriginalMessage(), e);
        }
    }
}
