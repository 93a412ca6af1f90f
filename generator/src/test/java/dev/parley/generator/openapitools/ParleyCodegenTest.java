package dev.parley.generator.openapitools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.diagnostic.GenerationException;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openapitools.codegen.ClientOptInput;
import org.openapitools.codegen.CodegenConfigLoader;
import org.openapitools.codegen.CodegenConstants;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.TemplatingEngineLoader;
import org.openapitools.codegen.api.TemplatingEngineAdapter;
import org.openapitools.codegen.config.GlobalSettings;
import org.openapitools.codegen.templating.MustacheEngineAdapter;

class ParleyCodegenTest {

    @TempDir
    private Path folder;

    private Path input;
    private final FakePipeline pipeline = new FakePipeline();

    @BeforeEach
    void writeDocument() throws IOException {
        input = folder.resolve("openapi.yaml");
        Files.writeString(input, """
            openapi: 3.1.0
            info: {title: Example, version: '1'}
            paths: {}
            components: {schemas: {A: {type: object, properties: {b: {type: string}}}}}
            """);
    }

    @AfterEach
    void resetGlobalState() {
        GlobalSettings.reset();
    }

    @Test
    void services_byName_areFound() {
        assertThat(CodegenConfigLoader.forName("parley")).isInstanceOf(ParleyCodegen.class);
        assertThat(TemplatingEngineLoader.byIdentifier("parley")).isInstanceOf(SourceFileAdapter.class);
    }

    @Test
    void generate_asTheMavenPluginCallsIt_needsNeitherEngineNorGlobalProperties() {
        GlobalSettings.setProperty(CodegenConstants.APIS, "");
        GlobalSettings.setProperty(CodegenConstants.MODELS, "");
        GlobalSettings.setProperty(CodegenConstants.SUPPORTING_FILES, "");

        generate(Map.of(), new MustacheEngineAdapter());

        assertThat(folder.resolve("out/src/main/java/Asked.txt")).hasContent("client\nExample\n");
        assertThat(folder.resolve("out/.openapi-generator/FILES")).hasContent("src/main/java/Asked.txt\n");
    }

    @Test
    void generate_options_reachThePipeline() throws IOException {
        Path overlay = folder.resolve("title.yaml");
        Files.writeString(overlay, """
            overlay: 1.0.0
            info: {title: t, version: '1'}
            actions: [{target: $.info, update: {title: Overlaid}}]
            """);

        generate(
                Map.of("packageName", "com.example", "sourceFolder", "java", "overlays", " ;" + overlay + " , "),
                new SourceFileAdapter());

        assertThat(folder.resolve("out/java/Asked.txt")).hasContent("com.example\nOverlaid\n");
    }

    @Test
    void generate_badPackageOrTemplates_failsBeforeAnythingIsWritten() {
        assertThatThrownBy(() -> generate(Map.of("packageName", "../../etc"), new SourceFileAdapter()))
                .hasMessageContaining("../../etc");
        assertThatThrownBy(() -> generate(Map.of("templateDir", "/no/such/folder"), new SourceFileAdapter()))
                .hasMessageContaining("/no/such/folder");
        assertThatThrownBy(() -> generate(Map.of("sourceFolder", "../.."), new SourceFileAdapter()))
                .isInstanceOf(GenerationException.class);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void generate_twiceWithNothingChanged_leavesTheFolderAlone() throws IOException {
        generate(Map.of(), new SourceFileAdapter());
        Map<Path, String> before = contents();
        FileTime longAgo = FileTime.fromMillis(1_000_000_000_000L);
        for (Path file : before.keySet()) {
            Files.setLastModifiedTime(file, longAgo);
        }

        generate(Map.of(), new SourceFileAdapter());

        assertThat(pipeline.runs).isEqualTo(1);
        assertThat(contents()).isEqualTo(before);
        for (Path file : before.keySet()) {
            assertThat(Files.getLastModifiedTime(file)).as(file.toString()).isEqualTo(longAgo);
        }
    }

    @Test
    void generate_editedFile_isKeptUnlessParleyOverwriteIsTrue() throws IOException {
        generate(Map.of(), new SourceFileAdapter());
        Path asked = folder.resolve("out/src/main/java/Asked.txt");
        Files.writeString(asked, "mine");

        assertThatThrownBy(() -> generate(Map.of(), new SourceFileAdapter())).hasMessageContaining("[edited-file]");
        assertThat(asked).hasContent("mine");

        generate(Map.of("parleyOverwrite", "true"), new SourceFileAdapter());
        assertThat(asked).hasContent("client\nExample\n");
    }

    @Test
    void generate_dryRun_touchesNothing() throws IOException {
        generate(Map.of(), new SourceFileAdapter());
        Map<Path, String> before = contents();
        pipeline.files.put("New.java", "new\n");
        Files.writeString(input, Files.readString(input).replace("Example", "Changed"));

        generate(Map.of(), new SourceFileAdapter(), true);

        assertThat(pipeline.runs).isEqualTo(2);
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void generate_documentWithErrors_failsWithAllOfThem() throws IOException {
        Files.writeString(input, """
            openapi: 3.1.0
            info: {title: Example, version: '1'}
            paths: {}
            components: {schemas: {A: {$ref: '#/a'}, B: {$ref: '#/b'}}}
            """);

        assertThatThrownBy(() -> generate(Map.of(), new SourceFileAdapter()))
                .isInstanceOf(GenerationException.class)
                .hasMessageContaining("#/a")
                .hasMessageContaining("#/b");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void generate_withoutOpenApiGeneratorAroundIt_leavesTheSameFolder() throws IOException {
        for (int i = 0; i < 100; i++) {
            pipeline.files.put("a/A" + i + ".java", "é " + i + "\n");
        }
        generate(Map.of(), new SourceFileAdapter());
        Map<Path, String> byPlugin = contents();
        Files.move(folder.resolve("out"), folder.resolve("before"));

        RunOptions options =
                new RunOptions(input, List.of(), null, null, null, null, RunOptions.DEFAULT_SOURCE_FOLDER, false);
        new GeneratorRun(pipeline).generate(options, folder.resolve("out"), new Diagnostics(), Progress.NONE);

        assertThat(contents()).hasSize(105).isEqualTo(byPlugin);
    }

    private Map<Path, String> contents() throws IOException {
        Map<Path, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(file, Files.readString(file));
            }
        }
        return contents;
    }

    private void generate(Map<String, String> options, TemplatingEngineAdapter engine) {
        generate(options, engine, false);
    }

    private void generate(Map<String, String> options, TemplatingEngineAdapter engine, boolean dry) {
        ParleyCodegen codegen = new ParleyCodegen(pipeline);
        codegen.setInputSpec(input.toString());
        codegen.setOutputDir(folder.resolve("out").toString());
        codegen.setTemplatingEngine(engine);
        codegen.additionalProperties().putAll(options);
        OpenAPI parsed = new OpenAPI()
                .openapi("3.1.0")
                .info(new Info().title("Not looked at").version("0"));
        new DefaultGenerator(dry)
                .opts(new ClientOptInput().config(codegen).openAPI(parsed))
                .generate();
    }
}
