package dev.parley.generator.instances;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.generator.cases.Case;
import dev.parley.generator.spec.DocumentTrees;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random instances of every schema of the cases and of this repository's own document are read and written back.
 *
 * <p>{@code -Dparley.seed} and {@code -Dparley.instances} choose others, and how many; a failure names its seed.
 */
class CaseInstancesTest {

    static final long SEED = Long.getLong("parley.seed", 20261122L);

    private static final Path SPEC = Path.of("../spec");

    @TempDir
    private Path classes;

    static List<GeneratedTypes.Source> documents() {
        return Stream.concat(
                        Case.in(Case.GOOD).stream()
                                .map(tested -> new GeneratedTypes.Source(
                                        tested.document(),
                                        tested.overlays(),
                                        tested.basePackage(),
                                        tested.templates())),
                        Stream.of(new GeneratedTypes.Source(
                                SPEC.resolve("openapi.yaml"), List.of(SPEC.resolve("overlays")), null, null)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void instances_ofEverySchema_areWrittenAsTheyWereRead(GeneratedTypes.Source source) {
        try (GeneratedTypes types = GeneratedTypes.of(source, classes)) {
            assertThat(types.messages()).isEmpty();
            InstanceRun run = new InstanceRun(
                            DocumentTrees.read(source.document(), source.overlays()), types, SEED, Set.of())
                    .hold(Integer.getInteger("parley.instances", 40));

            assertThat(run.failures()).as(run.summary()).isEmpty();
        }
    }
}
