package dev.parley.generator.naming;

import static dev.parley.generator.naming.Models.component;
import static dev.parley.generator.naming.Models.constant;
import static dev.parley.generator.naming.Models.curated;
import static dev.parley.generator.naming.Models.record;
import static dev.parley.generator.naming.Models.union;
import static dev.parley.generator.naming.Models.variant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.ApiModel;
import dev.parley.generator.model.Declaration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnionNamesTest {

    private static UnionNames names(Declaration... declarations) {
        ApiModel model = Models.of(declarations);
        Diagnostics diagnostics = new Diagnostics();
        Packages packages = Packages.below("com.example", diagnostics);
        NameLedger ledger = new NameLedger(NameLock.empty());
        DeclarationKeys keys = new DeclarationKeys(List.of(declarations));
        TypeNames types = TypeNames.of(model, packages, ledger, keys, diagnostics);
        PackageRoots roots = new PackageRoots(model, types, packages);
        return UnionNames.of(model, MemberNames.of(model, roots, ledger, keys, diagnostics));
    }

    @Test
    void tag_onWhichVariantsAgree_isWhatTheyCallIt() {
        UnionNames names = names(
                union("Choice", "type", variant("A"), variant("B")),
                record("A", constant("type")),
                record("B", constant("type")));

        assertThat(names.tag(component("Choice"))).isEqualTo(new Identifier("type"));
    }

    @Test
    void tag_onWhichVariantsDisagree_hasNoAccessor() {
        UnionNames names = names(
                union("Choice", "type", variant("A"), variant("B")),
                record("A", constant("type")),
                record("B", curated("type", "kind")));

        assertThat(names.tag(component("Choice"))).isNull();
    }

    @Test
    void tag_calledLikeAComponentOfUnknown_hasNoAccessor() {
        UnionNames names = names(union("Choice", "json", variant("A")), record("A", constant("json")));

        assertThat(names.tag(component("Choice"))).isNull();
    }
}
