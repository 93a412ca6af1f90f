package dev.parley.generator.emit.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.ApiModel;
import dev.parley.generator.model.ClientDescription;
import dev.parley.generator.model.Documentation;
import dev.parley.generator.model.NameHint;
import dev.parley.generator.model.Validation;
import dev.parley.generator.naming.NameLock;
import dev.parley.generator.naming.NameTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportsTest {

    /** The file of the class {@code p.Atlas}. */
    private final Imports imports = new Imports(NameTable.of(
                    new ApiModel(
                            new ClientDescription(
                                    NameHint.of("Atlas"),
                                    "",
                                    Documentation.NONE,
                                    ClientDescription.Server.NONE,
                                    List.of(),
                                    List.of(),
                                    "U",
                                    "",
                                    List.of()),
                            List.of(),
                            List.of(),
                            Validation.NONE),
                    "p",
                    NameLock.empty(),
                    new Diagnostics())
            .client());

    @Test
    void type_ofAnotherPackage_isImported() {
        assertThat(imports.name("java.util.List")).isEqualTo("List");
        assertThat(imports.name("java.util.List")).isEqualTo("List");
        assertThat(imports.sorted()).containsExactly("java.util.List");
    }

    @Test
    void type_ofTheSamePackageOrJavaLang_needsNoImport() {
        assertThat(imports.name("p.Other")).isEqualTo("Other");
        assertThat(imports.name("java.lang.String")).isEqualTo("String");
        assertThat(imports.sorted()).isEmpty();
    }

    @Test
    void type_calledLikeAnImportedOne_isWrittenInFull() {
        imports.name("java.util.List");

        assertThat(imports.name("p.model.List")).isEqualTo("p.model.List");
        assertThat(imports.sorted()).containsExactly("java.util.List");
    }

    @Test
    void type_calledLikeTheFilesOwn_isWrittenInFull() {
        assertThat(imports.name("other.Atlas")).isEqualTo("other.Atlas");
        assertThat(imports.name("p.Atlas")).isEqualTo("Atlas");
        assertThat(imports.sorted()).isEmpty();
    }

    @Test
    void imports_areSorted() {
        List.of("java.util.Map", "a.B", "java.time.Duration").forEach(imports::name);

        assertThat(imports.sorted()).containsExactly("a.B", "java.time.Duration", "java.util.Map");
    }
}
