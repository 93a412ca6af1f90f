package dev.parley.generator.naming;

import static dev.parley.generator.naming.Models.below;
import static dev.parley.generator.naming.Models.component;
import static dev.parley.generator.naming.Models.record;
import static dev.parley.generator.naming.Models.union;
import static dev.parley.generator.naming.Models.variant;
import static dev.parley.generator.naming.Models.wrapper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.generator.diagnostic.Diagnostic;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.Declaration;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.NameHint;
import dev.parley.generator.model.Placement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypeNamesTest {

    private static final Packages PACKAGES = new Packages("p", "p.model", "p.service", "p.internal");
    private static final Placement TOP = new Placement.TopLevel();

    private final Diagnostics diagnostics = new Diagnostics();

    private TypeNames names(Declaration... declarations) {
        return TypeNames.of(
                Models.of(declarations),
                PACKAGES,
                new NameLedger(NameLock.empty()),
                new DeclarationKeys(List.of(declarations)),
                diagnostics);
    }

    private static Declaration nested(DeclarationId owner, String path, String name) {
        return record(below(owner, path), NameHint.of(name), new Placement.NestedIn(owner));
    }

    @Test
    void component_withAPlainName_keepsIt() {
        TypeNames names = names(record("MCPTool"));

        assertThat(names.type(component("MCPTool")).qualifiedName()).isEqualTo("p.model.MCPTool");
        assertThat(names.codec(component("MCPTool")).qualifiedName()).isEqualTo("p.internal.MCPToolCodec");
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void curatedName_whereAComponentHasIt_wins() {
        Declaration curated = record(component("Resource"), NameHint.curated("Thing"), TOP);
        TypeNames names = names(record("Thing"), curated);

        assertThat(names.type(component("Resource")).nestedName()).isEqualTo("Thing");
        assertThat(names.type(component("Thing")).nestedName()).isEqualTo("Thing2");
        assertThat(diagnostics.all()).extracting(Diagnostic::code).containsExactly("name-collision");
    }

    @Test
    void componentName_whereAMadeUpNameIsTheSame_wins() {
        DeclarationId inline = new DeclarationId("/paths/~1a/post/requestBody");
        TypeNames names = names(record(inline, NameHint.of("create request"), TOP), record("CreateRequest"));

        assertThat(names.type(component("CreateRequest")).nestedName()).isEqualTo("CreateRequest");
        assertThat(names.type(inline).nestedName()).isEqualTo("CreateRequest2");
    }

    @Test
    void curatedNestedName_thatDiffersFromTheBuilderInCaseAlone_isTaken() {
        Declaration owner = record("Box");
        names(
                owner,
                record(
                        below(owner.id(), "/properties/a"),
                        NameHint.curated("BUILDER"),
                        new Placement.NestedIn(owner.id())));

        assertThat(diagnostics.all()).extracting(Diagnostic::code).containsExactly("name-collision");
    }

    @Test
    void nestedType_ofAnArrayOrMap_isNamedInTheSingular() {
        Declaration owner = record("Box");
        TypeNames names = names(
                owner,
                nested(owner.id(), "/properties/tools/items", "tools"),
                nested(owner.id(), "/properties/prices/additionalProperties", "prices"),
                nested(owner.id(), "/properties/items", "items"));

        assertThat(names.type(below(owner.id(), "/properties/tools/items")).nestedName())
                .isEqualTo("Box.Tool");
        assertThat(names.type(below(owner.id(), "/properties/prices/additionalProperties"))
                        .nestedName())
                .isEqualTo("Box.Price");
        assertThat(names.type(below(owner.id(), "/properties/items")).nestedName())
                .isEqualTo("Box.Items");
    }

    @Test
    void nestedType_calledLikeATypeAroundIt_getsASuffix() {
        Declaration owner = record("Box");
        Declaration inner = nested(owner.id(), "/properties/box", "box");
        TypeNames names = names(owner, inner);

        assertThat(names.type(inner.id()).nestedName()).isEqualTo("Box.BoxValue");
        assertThat(names.codec(inner.id()).nestedName()).isEqualTo("BoxBoxValueCodec");
    }

    @Test
    void wrapper_calledLikeAVariant_getsANumber() {
        TypeNames names = names(union("Content", "", wrapper("Text"), variant("Text")), record("Text"));

        assertThat(names.wrapper(component("Content"), 0).nestedName()).isEqualTo("Content.Text2");
        assertThat(names.type(component("Text")).nestedName()).isEqualTo("Text");
    }

    @Test
    void typesNestedTooDeep_forAFileName_areReported() {
        List<Declaration> declarations = new ArrayList<>(List.of(record("Level0")));
        for (int depth = 1; depth < 4; depth++) {
            declarations.add(nested(declarations.get(depth - 1).id(), "/properties/p", "x".repeat(90) + depth));
        }
        names(declarations.toArray(Declaration[]::new));

        assertThat(diagnostics.all())
                .extracting(Diagnostic::code, Diagnostic::pointer)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "name-too-long", declarations.get(3).id().pointer()));
    }
}
