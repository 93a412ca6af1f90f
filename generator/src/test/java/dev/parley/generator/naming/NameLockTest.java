package dev.parley.generator.naming;

import static dev.parley.generator.naming.Models.below;
import static dev.parley.generator.naming.Models.component;
import static dev.parley.generator.naming.Models.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.generator.diagnostic.Diagnostic;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.Declaration;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.NameHint;
import dev.parley.generator.model.Operation;
import dev.parley.generator.model.Placement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NameLockTest {

    private static final Placement TOP = new Placement.TopLevel();

    private final Diagnostics diagnostics = new Diagnostics();

    private NameTable names(NameLock before, Declaration... declarations) {
        return NameTable.of(Models.of(declarations), "p", before, diagnostics);
    }

    private static Declaration nested(DeclarationId owner, String path, String name) {
        return record(below(owner, path), NameHint.of(name), new Placement.NestedIn(owner));
    }

    private String name(NameTable names, String component) {
        return names.type(component(component)).nestedName();
    }

    @Test
    void newSchema_thatComesFirst_doesNotTakeTheNameOfAnother() {
        NameLock before = names(NameLock.empty(), record("message_phase")).lock();

        NameTable names = names(before, record("MessagePhase"), record("message_phase"));

        assertThat(name(names, "message_phase")).isEqualTo("MessagePhase");
        assertThat(name(names, "MessagePhase")).isEqualTo("MessagePhase2");
    }

    @Test
    void otherOrder_ofTheSameSchemas_changesNoName() {
        NameLock before = names(NameLock.empty(), record("A-b"), record("A_b"), record("a b"))
                .lock();

        NameTable names = names(before, record("a b"), record("A_b"), record("A-b"));

        assertThat(names.lock()).isEqualTo(before);
    }

    @Test
    void name_ofASchemaThatIsGone_isFree() {
        NameLock before = names(NameLock.empty(), record("message_phase")).lock();

        assertThat(name(names(before, record("MessagePhase")), "MessagePhase")).isEqualTo("MessagePhase");
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void branch_behindANewOne_keepsItsName() {
        DeclarationId owner = component("Choice");
        NameLock before = names(
                        NameLock.empty(),
                        record("Choice"),
                        nested(owner, "/anyOf/0", "Round"),
                        nested(owner, "/anyOf/1", "Flat"))
                .lock();

        NameTable names = names(
                before,
                record("Choice"),
                nested(owner, "/anyOf/0", "New"),
                nested(owner, "/anyOf/1", "Round"),
                nested(owner, "/anyOf/2", "Flat"));

        assertThat(names.type(below(owner, "/anyOf/0")).nestedName()).isEqualTo("Choice.New");
        assertThat(names.type(below(owner, "/anyOf/2")).nestedName()).isEqualTo("Choice.Flat");
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void inlineType_thatMovesToTheTop_isReportedWithBothNames() {
        DeclarationId owner = component("Recipe");
        NameLock before = names(NameLock.empty(), record("Recipe"), nested(owner, "/properties/step", "step"))
                .lock();

        names(before, record("Recipe"), record(below(owner, "/properties/step"), NameHint.of("recipe step"), TOP));

        assertThat(diagnostics.all()).singleElement().satisfies(renamed -> {
            assertThat(renamed.severity()).isEqualTo(Diagnostic.Severity.ERROR);
            assertThat(renamed.code()).isEqualTo("renamed");
            assertThat(renamed.pointer()).isEqualTo("/components/schemas/Recipe/properties/step");
            assertThat(renamed.message()).contains("Recipe.Step", "RecipeStep");
        });
    }

    @Test
    void typeThatMoves_withTypesInside_isOneReport() {
        DeclarationId owner = component("Recipe");
        DeclarationId step = below(owner, "/properties/step");
        Declaration inner = nested(step, "/properties/tool", "tool");
        NameLock before = names(NameLock.empty(), record("Recipe"), nested(owner, "/properties/step", "step"), inner)
                .lock();

        names(before, record("Recipe"), record(step, NameHint.of("recipe step"), TOP), inner);

        assertThat(diagnostics.all()).hasSize(1);
    }

    @Test
    void nameThatAPersonChooses_inThePlaceOfALockedOne_isTakenWithoutAWord() {
        NameLock before = names(NameLock.empty(), record("Recipe")).lock();

        NameTable names = names(before, record(component("Recipe"), NameHint.curated("Dish"), TOP));

        assertThat(name(names, "Recipe")).isEqualTo("Dish");
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void lockedName_thatIsNoIdentifier_isReportedAndNeverReachesSource() {
        NameLock before = new NameLock(Map.of(
                "types", Map.of("/components/schemas/Recipe", "X{} class Y", "/components/schemas/Pan", "class")));

        NameTable names = names(before, record("Recipe"), record("Pan"));

        assertThat(name(names, "Recipe")).isEqualTo("Recipe");
        assertThat(name(names, "Pan")).isEqualTo("Pan");
        assertThat(diagnostics.all()).extracting(Diagnostic::code).containsExactly("renamed", "renamed");
    }

    @Test
    void member_behindANewOneOfAlmostItsName_keepsIts() {
        NameLock before =
                names(NameLock.empty(), record("R", Models.property("a_b"))).lock();

        NameTable names = names(before, record("R", Models.property("a-b"), Models.property("a_b")));

        assertThat(names.member(component("R"), "a_b").text()).isEqualTo("aB");
        assertThat(names.member(component("R"), "a-b").text()).isEqualTo("aB2");
    }

    @Test
    void method_thatAnotherOperationWantsToo_keepsItsName() {
        NameLock before = services(NameLock.empty(), operation("/paths/~1b/get", "list", false))
                .lock();

        NameTable names = services(
                before, operation("/paths/~1a/get", "list", false), operation("/paths/~1b/get", "list", false));

        assertThat(names.method(operation("/paths/~1b/get", "list", false)).text())
                .isEqualTo("list");
        assertThat(names.method(operation("/paths/~1a/get", "list", false)).text())
                .isEqualTo("list2");
    }

    @Test
    void method_thatAPersonNames_isCalledSo() {
        NameLock before = services(NameLock.empty(), operation("/paths/~1b/get", "list", false))
                .lock();

        NameTable names = services(before, operation("/paths/~1b/get", "browse", true));

        assertThat(names.method(operation("/paths/~1b/get", "browse", true)).text())
                .isEqualTo("browse");
        assertThat(diagnostics.all()).isEmpty();
    }

    private NameTable services(NameLock before, Operation... operations) {
        return NameTable.of(
                Models.of(Models.client(NameHint.of("Test Client")), Models.service(List.of("things"), operations)),
                "p",
                before,
                diagnostics);
    }

    private static Operation operation(String pointer, String verb, boolean curated) {
        Operation plain = Models.operation(pointer, verb);
        return new Operation(
                pointer,
                "",
                verb,
                plain.method(),
                plain.path(),
                plain.access(),
                plain.pathParameters(),
                null,
                null,
                null,
                null,
                plain.documentation(),
                false,
                plain.answering(),
                curated);
    }
}
