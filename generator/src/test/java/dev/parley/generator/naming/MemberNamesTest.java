package dev.parley.generator.naming;

import static dev.parley.generator.naming.Models.component;
import static dev.parley.generator.naming.Models.curated;
import static dev.parley.generator.naming.Models.list;
import static dev.parley.generator.naming.Models.openEnum;
import static dev.parley.generator.naming.Models.parameter;
import static dev.parley.generator.naming.Models.property;
import static dev.parley.generator.naming.Models.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.generator.diagnostic.Diagnostic;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.ApiModel;
import dev.parley.generator.model.Constraints;
import dev.parley.generator.model.Declaration;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.Documentation;
import dev.parley.generator.model.NameHint;
import dev.parley.generator.model.Parameter;
import dev.parley.generator.model.Placement;
import dev.parley.generator.model.Presence;
import dev.parley.generator.model.RequestDeclaration;
import dev.parley.generator.model.TypeRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemberNamesTest {

    private static final Packages PACKAGES = Packages.below("com.example", new Diagnostics());
    private static final DeclarationId BOX = component("Box");

    private final Diagnostics diagnostics = new Diagnostics();

    private MemberNames names(Declaration... declarations) {
        ApiModel model = Models.of(declarations);
        NameLedger ledger = new NameLedger(NameLock.empty());
        DeclarationKeys keys = new DeclarationKeys(List.of(declarations));
        TypeNames types = TypeNames.of(model, PACKAGES, ledger, keys, new Diagnostics());
        return MemberNames.of(model, new PackageRoots(model, types, PACKAGES), ledger, keys, diagnostics);
    }

    @Test
    void member_calledAsAPackageOfATypeThatItsFileWritesInFull_isNumbered() {
        Declaration plain = record("Box", property("java"), property("dev"), property("com"), property("org"));
        assertThat(names(plain).member(BOX, "java").text()).isEqualTo("java");

        MemberNames names = names(plain, record("List"));

        assertThat(List.of("java", "dev", "com", "org"))
                .extracting(name -> names.member(BOX, name).text())
                .containsExactly("java2", "dev2", "com2", "org");
    }

    @Test
    void members_alikeInCamelCase_areNumberedAndNoted() {
        MemberNames names = names(record("Box", property("user_id"), property("userId")));

        assertThat(names.member(BOX, "user_id").text()).isEqualTo("userId");
        assertThat(names.member(BOX, "userId").text()).isEqualTo("userId2");
        assertThat(diagnostics.all()).extracting(Diagnostic::severity).containsExactly(Diagnostic.Severity.NOTE);
    }

    @Test
    void curatedMember_afterOneOfTheName_wins() {
        MemberNames names = names(record("Box", property("size"), curated("sz", "size")));

        assertThat(names.member(BOX, "sz").text()).isEqualTo("size");
        assertThat(names.member(BOX, "size").text()).isEqualTo("size2");
    }

    @Test
    void adder_ofAList_isNamedForOneElementAndAvoidsMembers() {
        MemberNames names = names(record("Box", list("tool_calls"), list("items"), property("addItem")));

        assertThat(names.adder(BOX, "tool_calls").text()).isEqualTo("addToolCall");
        assertThat(names.adder(BOX, "items").text()).isEqualTo("addItem2");
    }

    @Test
    void flag_ofARequiredNullableMember_avoidsMembers() {
        MemberNames names = names(
                record("Box", property("size", TypeRef.Scalar.LONG, Presence.REQUIRED_NULLABLE), property("size_set")));

        assertThat(names.flag(BOX, "size").text()).isEqualTo("sizeSet2");
    }

    @Test
    void constants_ofAnEnum_areNumberedWhereEqual() {
        MemberNames names = names(openEnum("Box", "a-b", "a_b", "1"));

        assertThat(List.of("a-b", "a_b", "1").stream()
                        .map(value -> names.constant(BOX, value).text()))
                .containsExactly("A_B", "A_B2", "VALUE_1");
    }

    @Test
    void constant_calledLikeTheFieldThatEveryEnumHas_isNumbered() {
        MemberNames names = names(openEnum("Box", "by_value"));

        assertThat(names.constant(BOX, "by_value").text()).isEqualTo("BY_VALUE2");
    }

    @Test
    void parameters_ofOneNameInQueryAndHeader_haveNamesOfTheirOwn() {
        Parameter query = parameter("version", Parameter.Location.QUERY, TypeRef.Scalar.STRING);
        Parameter header = parameter("version", Parameter.Location.HEADER, TypeRef.Scalar.STRING);
        RequestDeclaration request = request(null, query, header);
        MemberNames names = names(request);

        assertThat(names.parameter(request.id(), query).text()).isEqualTo("version");
        assertThat(names.parameter(request.id(), header).text()).isEqualTo("version2");
    }

    @Test
    void parameters_besideABody_avoidWhatTheBodyHas() {
        Parameter size = parameter("size", Parameter.Location.QUERY, TypeRef.Scalar.STRING);
        Parameter adder = parameter("add_tool", Parameter.Location.QUERY, TypeRef.Scalar.STRING);
        Parameter body = parameter("body", Parameter.Location.QUERY, TypeRef.Scalar.STRING);
        RequestDeclaration request = request(new TypeRef.Declared(BOX), size, adder, body);
        MemberNames names = names(record("Box", property("size"), list("tools")), request);

        assertThat(List.of(size, adder, body).stream()
                        .map(parameter ->
                                names.parameter(request.id(), parameter).text()))
                .containsExactly("size2", "addTool2", "body2");
    }

    private static RequestDeclaration request(TypeRef.Declared body, Parameter... parameters) {
        return new RequestDeclaration(
                new DeclarationId("/paths/~1a/get"),
                NameHint.of("A request"),
                new Placement.TopLevel(),
                Documentation.NONE,
                false,
                List.of(parameters),
                body == null ? null : new RequestDeclaration.Body(body, true, Constraints.NONE));
    }
}
