package dev.parley.generator.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.generator.Parley;
import dev.parley.generator.Settings;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.emit.SourceFile;
import dev.parley.generator.openapitools.Templates;
import dev.parley.generator.spec.SpecLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ApiListingTest {

    private static final String CLASS_PATH = System.getProperty("java.class.path");
    private static final Path SPEC = Path.of("../spec");

    private static List<String> listing(String path, String source) {
        return ApiListing.of(Map.of(path, source), "p", CLASS_PATH);
    }

    @Test
    void sources_ofOurClient_haveTheListingOfItsCompiledClasses() throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        var document = SpecLoader.load(SPEC.resolve("openapi.yaml"), List.of(SPEC.resolve("overlays")), diagnostics);
        Map<String, String> sources = new TreeMap<>();
        for (SourceFile file : new Parley()
                .generate(document, new Settings("dev.parley.openai", new Templates(null)), diagnostics)
                .files()) {
            sources.put(file.path(), file.content());
        }

        assertThat(ApiListing.of(sources, "dev.parley.openai", CLASS_PATH))
                .isEqualTo(Files.readAllLines(Path.of("../generated-client/api.txt")));
    }

    @Test
    void hiddenTypesAndMembers_areLeftOut() {
        assertThat(listing("p/T.java", """
                package p;
                public final class T {
                    private T() {}
                    int hidden() { return 1; }
                    protected void shown() {}
                    static class Hidden { public int a; }
                    public interface Shown {}
                }
                class Other { public int a; }
                """))
                .containsExactly("T : final class", "T shown() protected : void", "T.Shown : interface");
    }

    @Test
    void internalPackage_isLeftOut() {
        assertThat(listing("p/internal/T.java", "package p.internal; public class T {}"))
                .isEmpty();
    }

    @Test
    void bodies_areNotLookedAt() {
        assertThat(listing("p/T.java", "package p; public interface T { default int a() { return missing(); } }"))
                .containsExactly("T : interface", "T a() : int");
    }

    @Test
    void sourceWithErrors_isRefusedWithTheFirst() {
        assertThatThrownBy(() -> listing("p/T.java", "package p; public interface T { Missing a(); }"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Missing");
    }
}
