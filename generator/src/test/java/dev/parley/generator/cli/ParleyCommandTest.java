package dev.parley.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.generator.openapitools.FakePipeline;
import dev.parley.generator.openapitools.GeneratorRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ParleyCommandTest {

    @TempDir
    private Path folder;

    private String input;
    private String output;
    private final FakePipeline pipeline = new FakePipeline();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeDocument() throws IOException {
        input = file("openapi.yaml", """
            openapi: 3.1.0
            info: {title: Example, version: '1'}
            paths: {}
            components: {}
            """);
        output = folder.resolve("out").toString();
    }

    @Test
    void generate_goodDocument_exitsWith0AndSummary() {
        assertThat(run("generate", "-i", input, "-o", output)).isZero();

        assertThat(out.toString()).contains("9 types", "1 files written, 0 unchanged");
        assertThat(errors()).isEmpty();
        assertThat(folder.resolve("out/src/main/java/Asked.txt")).hasContent("client\nExample\n");
    }

    @Test
    void generate_allOptions_reachThePipeline() throws IOException {
        String first = file("1.yaml", overlay("First"));
        String second = file("2.yaml", overlay("Second"));

        int code = run(
                "generate",
                "-i",
                input,
                "-o",
                output,
                "--package",
                "com.example",
                "--templates",
                folder.toString(),
                "--overlay",
                first,
                "--overlay",
                second,
                "--verbose");

        assertThat(code).isZero();
        assertThat(folder.resolve("out/src/main/java/Asked.txt")).hasContent("com.example\nSecond\n");
        assertThat(err.toString()).contains("note document: This is a test. Go on. [fake]");
    }

    @Test
    void generate_badDocument_exitsWith1AndEveryDiagnostic() throws IOException {
        file("openapi.yaml", """
            openapi: 3.1.0
            info: {title: Example, version: '1'}
            paths: {}
            components: {schemas: {A: {$ref: '#/nowhere'}, B: {$ref: "http://h/a"}, C: {$ref: "\\e[2J\\u202E"}}}
            """);

        assertThat(run("generate", "-i", input, "-o", output)).isEqualTo(1);

        assertThat(errors()).hasSize(3);
        assertThat(err.toString()).contains("[dangling-ref]", "[remote-ref]", "U+001B[2JU+202E");
        assertThat(out.toString()).isEmpty();
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void generate_missingFile_exitsWith1() {
        assertThat(run("generate", "-i", folder.resolve("none.yaml").toString(), "-o", output))
                .isEqualTo(1);
        assertThat(err.toString()).contains("none.yaml", "[no-file]");
    }

    @Test
    void generate_outputThatCannotBeWritten_exitsWith1AndOneLine() throws IOException {
        String blocked = file("file", "") + "/out";

        assertThat(run("generate", "-i", input, "-o", blocked)).isEqualTo(1);
        assertThat(errors()).singleElement().asString().startsWith("error: ");
    }

    @Test
    void wrongUsage_exitsWith2() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("generate")).isEqualTo(2);
        assertThat(run("generate", "-i", input)).isEqualTo(2);
        assertThat(run("generate", "-i", input, "-o", output, "--unheard-of")).isEqualTo(2);
        assertThat(run("generate", "-i", input, "-o", output, "--package", "../x"))
                .isEqualTo(2);
        assertThat(run("generate", "-i", input, "-o", output, "--templates", "/no/such/folder"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--input", "--output", "--unheard-of", "../x", "/no/such/folder");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void helpAndVersion_exitWith0() {
        assertThat(run("--help")).isZero();
        assertThat(run("--version")).isZero();
        assertThat(run("generate", "--help")).isZero();
        assertThat(out.toString()).contains("generate", "parley ", "--overlay=FILE");
    }

    private static String overlay(String title) {
        return "overlay: 1.0.0\ninfo: {title: t, version: 1}\nactions: [{target: $.info, update: {title: " + title
                + "}}]\n";
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    /** The lines of the standard error beside that of a run that takes long, as any run does on a machine that is busy. */
    private List<String> errors() {
        return err.toString()
                .lines()
                .filter(line -> !line.matches("(reading|generating|writing files)( \\d+/\\d+)?"))
                .toList();
    }

    private int run(String... arguments) {
        CommandLine commandLine = ParleyCommand.commandLine(new GenerateCommand(new GeneratorRun(pipeline)));
        return commandLine
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
