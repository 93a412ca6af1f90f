package dev.parley.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CompareCommandTest {

    private static final String DOCUMENT = """
            openapi: 3.1.0
            info: {title: Shop, version: '1'}
            x-java-package: %s
            paths:
              /pets/{id}:
                get:
                  parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                  responses:
                    '200': {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}, description: A pet.}
            components:
              schemas:
                Pet: {type: object, required: [%s], properties: {name: {type: string}, age: {type: integer}}}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int compare(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "compare";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        CommandLine line = ParleyCommand.commandLine(new GenerateCommand());
        return line.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void sameDocuments_haveNoChange() throws IOException {
        String document = file("a.yaml", DOCUMENT.formatted("shop", "name"));

        assertThat(compare(document, document)).isZero();
        assertThat(out.toString()).isEqualTo("0 binary and source breaks, 0 source breaks, 0 additions\n");
    }

    @Test
    void member_thatIsOptionalNow_isNamedWithItsAccessor() throws IOException {
        String before = file("a.yaml", DOCUMENT.formatted("shop", "name"));
        String after = file("b.yaml", DOCUMENT.formatted("shop", "age"));

        assertThat(compare(before, after)).isEqualTo(3);
        assertThat(out.toString())
                .contains("model.Pet.name(): may be null now", "model.Pet.age(): gives long, not Long?");
        assertThat(compare("--fail-on", "never", before, after)).isZero();
    }

    @Test
    void otherPackage_isAChangeOfEveryName() throws IOException {
        String before = file("a.yaml", DOCUMENT.formatted("shop", "name"));
        String after = file("b.yaml", DOCUMENT.formatted("store", "name"));

        assertThat(compare(before, after)).isEqualTo(3);
        assertThat(out.toString()).contains("model.Pet: removed");
    }

    @Test
    void listings_areComparedAsTheyStand() throws IOException {
        String before = file("a.txt", "T permits A\n");
        String after = file("b.txt", "T permits A\nT permits B\n");

        assertThat(compare("--fail-on", "binary", before, after)).isZero();
        assertThat(compare(before, after)).isEqualTo(3);
        assertThat(out.toString()).contains("Breaks sources only:", "permits B", "1 source breaks");
    }

    @Test
    void document_withErrors_isReportedAndNothingCompared() throws IOException {
        String good = file("a.yaml", DOCUMENT.formatted("shop", "name"));
        String bad = file("b.yaml", DOCUMENT.formatted("shop", "name").replace("schemas/Pet", "schemas/Dog"));

        assertThat(compare(good, bad)).isEqualTo(1);
        assertThat(err.toString()).contains("schemas/Dog");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void file_thatIsNoListing_isNamedByItsLine() throws IOException {
        assertThat(compare(file("a.txt", "hello\n"), file("b.txt", ""))).isEqualTo(1);
        assertThat(err.toString()).contains("'hello' is no line of a listing");
    }
}
