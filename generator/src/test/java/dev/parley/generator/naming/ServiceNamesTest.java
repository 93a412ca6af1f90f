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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceNamesTest {

    private static final ClientDescription CLIENT = client(NameHint.of("Open AI Client"));

    private final Diagnostics diagnostics = new Diagnostics();

    private NameTable names(ClientDescription client, Service... services) {
        return NameTable.of(Models.of(client, services), "p", NameLock.empty(), diagnostics);
    }

    private NameTable names(Service... services) {
        return names(CLIENT, services);
    }

    @Test
    void resource_nestedInAnother_isNamedForBoth() {
        List<String> items = List.of("conversations", "items");
        NameTable names = names(service(List.of("conversations")), service(items));

        assertThat(names.service(items).qualifiedName()).isEqualTo("p.service.ConversationItemService");
        assertThat(names.asyncService(items).qualifiedName()).isEqualTo("p.service.AsyncConversationItemService");
        assertThat(names.calls(items).qualifiedName()).isEqualTo("p.service.ConversationItemCalls");
        assertThat(names.httpService(items).qualifiedName()).isEqualTo("p.internal.HttpConversationItemService");
        assertThat(names.httpAsyncService(items).qualifiedName())
                .isEqualTo("p.internal.HttpAsyncConversationItemService");
        assertThat(names.accessor(items).text()).isEqualTo("items");
        assertThat(names.client().qualifiedName()).isEqualTo("p.OpenAiClient");
        assertThat(names.asyncClient().qualifiedName()).isEqualTo("p.AsyncOpenAiClient");
        assertThat(names.clientCalls().qualifiedName()).isEqualTo("p.OpenAiCalls");
    }

    @Test
    void resources_alikeInCamelCase_shareNothing() {
        NameTable names = names(service(List.of("a-b")), service(List.of("a_b")));

        assertThat(names.service(List.of("a_b"))).isNotEqualTo(names.service(List.of("a-b")));
        assertThat(names.httpService(List.of("a_b"))).isNotEqualTo(names.httpService(List.of("a-b")));
        assertThat(names.accessor(List.of("a_b"))).isNotEqualTo(names.accessor(List.of("a-b")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"async", "calls", "close", "fromEnv", "sync", "withOptions"})
    void resource_calledLikeSomethingOfTheClient_getsANumber(String name) {
        NameTable names = names(service(List.of(name)), service(List.of("things")), service(List.of("things", name)));

        assertThat(names.accessor(List.of(name)).text()).isEqualTo(name + "2");
        assertThat(names.accessor(List.of("things", name)).text()).isEqualTo(name);
    }

    @Test
    void resource_calledLikeTheAsyncFormOfAnother_leavesThatItsName() {
        NameTable names =
                names(service(List.of("items")), service(List.of("async")), service(List.of("async", "items")));

        assertThat(names.service(List.of("async", "items")).qualifiedName()).isEqualTo("p.service.AsyncItemService");
        assertThat(names.asyncService(List.of("items")).qualifiedName()).isEqualTo("p.service.AsyncItemService2");
    }

    @Test
    void page_calledLikeThatOfTheRunTime_getsANumber() {
        Operation operation = Models.paged("/a", "list");
        NameTable names = names(service(List.of("async"), operation));

        assertThat(names.page(operation).qualifiedName()).isEqualTo("p.service.AsyncPage2");
        assertThat(names.asyncPage(operation).qualifiedName()).isEqualTo("p.service.AsyncAsyncPage");
    }

    @Test
    void clientName_thatDoesNotEndInClient_isKeptWhole() {
        assertThat(names(client(NameHint.curated("Radio"))).clientCalls().qualifiedName())
                .isEqualTo("p.RadioCalls");
        assertThat(names(client(NameHint.curated("Client"))).clientCalls().qualifiedName())
                .isEqualTo("p.ClientCalls");
    }

    @Test
    void streamForm_besideAnOperationOfItsName_getsTheNumber() {
        Operation creates = Models.streamingToo("/a", "create", "stream");
        Operation streams = operation("/b", "stream");
        NameTable names = names(service(List.of("things"), creates, streams));

        assertThat(names.method(creates).text()).isEqualTo("create");
        assertThat(names.streamMethod(creates).text()).isEqualTo("stream2");
        assertThat(names.method(streams).text()).isEqualTo("stream");
    }

    @Test
    void streamForm_besideAnOperationThatOnlyStreams_getsTheNumber() {
        Operation creates = Models.streamingToo("/a", "create", "stream");
        Operation streams = Models.streaming("/b", "stream", "stream");
        NameTable names = names(service(List.of("things"), creates, streams));

        assertThat(names.streamMethod(creates).text()).isEqualTo("stream2");
        assertThat(names.streamMethod(streams).text()).isEqualTo("stream");
    }

    @ParameterizedTest
    @CsvSource({
        "OPENAI_API_KEY, openai.apiKey",
        "OPENAI_BASE_URL, openai.baseUrl",
        "OPENAI_ORG_ID, openai.orgId",
        "TOKEN, token"
    })
    void environmentVariable_hasASystemProperty(String variable, String property) {
        assertThat(names().systemProperty(variable)).isEqualTo(property);
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
        Operation operation = operation("/a", "get", "request", "in", "next", "calls", "id");
        NameTable names = names(service(List.of("things"), operation));

        assertThat(operation.pathParameters().stream()
                        .map(parameter -> names.pathParameter(operation, parameter.wireName())
                                .text()))
                .containsExactly("request2", "in2", "next2", "calls2", "id");
    }

    @Test
    void curatedClientName_thatTheSourceUses_isRefused() {
        names(client(NameHint.curated("Map")));

        assertThat(diagnostics.all()).extracting(Diagnostic::code).containsExactly("name-collision");
    }

    @Test
    void headerOption_calledLikeABuilderMethod_isRefused() {
        names(client(NameHint.of("C"), new HeaderOption(NameHint.curated("maxRetries"), "X", "X", Documentation.NONE)));

        assertThat(diagnostics.all()).extracting(Diagnostic::code).containsExactly("name-collision");
    }

    @Test
    void basePackage_thatIsNone_isRefused() {
        NameTable.of(Models.of(), "Not.a.package", NameLock.empty(), diagnostics);

        assertThat(diagnostics.all()).extracting(Diagnostic::code).containsExactly("illegal-package");
    }
}
