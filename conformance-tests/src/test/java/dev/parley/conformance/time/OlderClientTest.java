package dev.parley.conformance.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.json.JsonWritable;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients of older documents read what servers of today send: nothing is lost, and nothing is a misfit. */
class OlderClientTest {

    private static final List<Sample> SAMPLES = Sample.all();
    /** How a misfit of an object without a tag begins: if its union has lost the variant, nothing says so. */
    private static final String WITHOUT_TAG = "null: ";

    private static final ClientEdition TODAY = ClientEdition.today();

    @Test
    void samples_clientOfToday_areReadAndThePageIsKnownWhole() {
        assertThat(SAMPLES)
                .filteredOn(sample -> sample.model().equals("ResponseStreamEvent"))
                .hasSizeGreaterThan(50);
        assertThat(read(TODAY, Sample::unknown)).isZero();
        assertThat(Sample.unknown(SAMPLES.get(0).assertLossless(TODAY))).isZero();
    }

    static Stream<Arguments> systematic() {
        ToIntFunction<JsonWritable> unknown = Sample::unknown;
        ToIntFunction<JsonWritable> kept = Sample::kept;
        return Stream.of(
                Arguments.of("no optional member", new Reduction(name -> true).members(false), kept),
                Arguments.of("no other member either", new Reduction(name -> true).members(true), kept),
                Arguments.of("two values of each enum", new Reduction(name -> true).enumValues(), unknown),
                Arguments.of("two branches of each union", new Reduction(name -> true).branches(), unknown));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("systematic")
    void samples_olderClientWithoutOneKindOfThings_losesNothing(
            String what, Reduction reduction, ToIntFunction<JsonWritable> strange) {
        assertThat(read(ClientEdition.of(reduction.change()), strange)).isGreaterThan(50);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void samples_olderClientWithoutThingsAtRandom_losesNothing(long seed) {
        Reduction reduction = Reduction.random(seed, 0.3)
                .members(true)
                .enumValues()
                .branches()
                .paths();

        assertThat(read(ClientEdition.of(reduction.change()), Sample::kept)).isGreaterThan(50);
    }

    @Test
    void samples_clientWithoutResponses_readsConversationsAsToday() {
        ClientEdition older = ClientEdition.of(
                new Reduction(path -> path.startsWith("/responses")).paths().change());

        assertThat(older.hasModel("Response")).isFalse();
        assertThat(read(older, Sample::unknown)).isZero();
        assertThat(Sample.unknown(SAMPLES.get(0).assertLossless(older))).isZero();
    }

    /** Reads what the client has a type for, back and forth; returns how much more of it is strange than today. */
    private static int read(ClientEdition client, ToIntFunction<JsonWritable> strange) {
        List<Sample> readable = SAMPLES.stream()
                .filter(sample -> client.hasModel(sample.model()))
                .toList();
        assertThat(readable).hasSizeGreaterThan(1);
        int sum = 0;
        for (Sample sample : readable) {
            JsonWritable value = sample.assertLossless(client);
            assertThat(Sample.misfits(value)).as("%s", sample).allMatch(misfit -> misfit.startsWith(WITHOUT_TAG));
            sum += strange.applyAsInt(value) - strange.applyAsInt(sample.assertLossless(TODAY));
        }
        return sum;
    }
}
