package dev.parley.generator.naming;

import static dev.parley.generator.naming.Models.client;
import static dev.parley.generator.naming.Models.operation;
import static dev.parley.generator.naming.Models.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.generator.diagnostic.Diagnostic;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.ClientDescription;
import dev.parley.generator.model.ClientDescription.HeaderOption;
import dev.parley.generator.model.Documentation;
import dev.parley.generator.model.NameHint;
import dev.parley.generator.model.Operation;
import dev.parley.generator.model.Service;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceNamesTest {

    private static final ClientDescription CLIENT = client(NameHint.of("Open AI Client"));

    private final Diagnostics diagnostics = new Diagnostics();

    private NameTable names(ClientDescription client, Service... services) {
        return NameTable.of(Models.of(client, services), "p", diagnostics);
    }

    private NameTable names(Service... services) {
        return names(CLIENT, services);
    }

    @Test
    void resource_nestedInAnother_isNamedForBoth() {
        List<String> items = List.of("conversations", "items");
        NameTable names = names(service(List.of("conversations")), service(items));

        assertThat(names.service(items).qualifiedName()).isEqualTo("p.service.ConversationItemService");
        assertThat(names.httpService(items).qualifiedName()).isEqualTo("p.internal.HttpConversationItemService");
        assertThat(names.accessor(items).text()).isEqualTo("items");
        assertThat(names.client().qualifiedName()).isEqualTo("p.OpenAiClient");
    }

    @Test
    void resources_alikeInCamelCase_shareNothing() {
        NameTable names = names(service(List.of("a-b")), service(List.of("a_b")));

        assertThat(names.service(List.of("a_b"))).isNotEqualTo(names.service(List.of("a-b")));
        assertThat(names.httpService(List.of("a_b"))).isNotEqualTo(names.httpService(List.of("a-b")));
        assertThat(names.accessor(List.of("a_b"))).isNotEqualTo(names.accessor(List.of("a-b")));
    }

    @Test
    void resource_calledLikeSomethingOfTheClient_getsANumber() {
        NameTable names = names(service(List.of("close")), service(List.of("connection")));

        assertThat(names.accessor(List.of("close")).text()).isEqualTo("close2");
        assertThat(names.accessor(List.of("connection")).text()).isEqualTo("connection2");
    }

    @Test
    void operations_alikeInCamelCase_haveMethodsAndConstantsOfTheirOwn() {
        Operation one = operation("/a", "do-it");
        Operation other = operation("/b", "do_it");
        NameTable names = names(service(List.of("things"), one, other));

        assertThat(names.method(one)).isNotEqualTo(names.method(other));
        assertThat(names.operationConstant(one)).isNotEqualTo(names.operationConstant(other));
    }

    @Test
    void pathParameters_calledLikeVariablesOfTheSource_getANumber() {
        Operation operation = operation("/a", "get", "request", "in", "next", "id");
        NameTable names = names(service(List.of("things"), operation));

        assertThat(operation.pathParameters().stream()
                        .map(parameter -> names.pathParameter(operation, parameter.wireName())
                                .text()))
                .containsExactly("request2", "in2", "next2", "id");
    }

    @Test
    void curatedClientName_thatTheSourceUses_isRefused() {
        names(client(NameHint.curated("Map")));

        assertThat(diagnostics.all()).extracting(Diagnostic::code).containsExactly("name-collision");
    }

    @Test
    void headerOption_calledLikeABuilderMethod_isRefused() {
        names(client(NameHint.of("C"), new HeaderOption(NameHint.curated("baseUrl"), "X", "X", Documentation.NONE)));

        assertThat(diagnostics.all()).extracting(Diagnostic::code).containsExactly("name-collision");
    }

    @Test
    void basePackage_thatIsNone_isRefused() {
        NameTable.of(Models.of(), "Not.a.package", diagnostics);

        assertThat(diagnostics.all()).extracting(Diagnostic::code).containsExactly("illegal-package");
    }
}
