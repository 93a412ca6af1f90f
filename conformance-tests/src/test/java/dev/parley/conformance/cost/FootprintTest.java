package dev.parley.conformance.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conformance.ClassPath;
import dev.parley.openai.OpenAiClient;
import dev.parley.runtime.json.JsonValue;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;

/**
 * How much an application takes up with the client: our two jars and the JSON core. The figures of our own are the best
 * that there were; who exceeds them by a tenth has added something that nobody noticed.
 */
class FootprintTest {

    private static final double TOLERANCE = 1.1;

    private static final long BEST_CLIENT_BYTES = 1_462_000;
    private static final int BEST_CLIENT_CLASSES = 1243;
    private static final long BEST_RUNTIME_BYTES = 362_000;
    private static final int BEST_RUNTIME_CLASSES = 252;

    /** The goals, for the jars as they are. */
    private static final long LIMIT_BYTES = 2_500_000;

    private static final int LIMIT_CLASSES = 2_000;

    /**
     * What the three jars have besides what is counted here, at most: a second record of each length, how the JSON core is
     * compressed, folders, and in a build that makes no jars the manifest.
     */
    private static final long BESIDES = 38_200;

    @Test
    void client_ofOurOperations_isNoLargerThanItWas() throws Exception {
        Footprint client = of(OpenAiClient.class);

        assertThat(client.bytes()).isLessThan((long) (BEST_CLIENT_BYTES * TOLERANCE));
        assertThat(client.classes()).isLessThan((int) (BEST_CLIENT_CLASSES * TOLERANCE));
    }

    @Test
    void runtime_isNoLargerThanItWas() throws Exception {
        Footprint runtime = of(JsonValue.class);

        assertThat(runtime.bytes()).isLessThan((long) (BEST_RUNTIME_BYTES * TOLERANCE));
        assertThat(runtime.classes()).isLessThan((int) (BEST_RUNTIME_CLASSES * TOLERANCE));
    }

    @Test
    void closure_ofOurOperations_isBelowItsGoals() throws Exception {
        List<Footprint> closure = List.of(of(OpenAiClient.class), of(JsonValue.class), of(JsonParser.class));

        assertThat(closure.stream().mapToLong(Footprint::bytes).sum()).isLessThan(LIMIT_BYTES - BESIDES);
        assertThat(closure.stream().mapToInt(Footprint::classes).sum()).isLessThan(LIMIT_CLASSES);
    }

    private static Footprint of(Class<?> inside) throws IOException {
        return Footprint.of(ClassPath.entryOf(inside));
    }
}
