package dev.parley.generator.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.generator.model.ClientDescription;
import dev.parley.generator.model.ClientDescription.Credential;
import dev.parley.generator.model.ClientDescription.HeaderOption;
import dev.parley.generator.model.ClientDescription.Server;
import dev.parley.generator.model.ClientDescription.ServerVariable;
import dev.parley.generator.model.Documentation;
import dev.parley.generator.model.NameHint;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientReaderTest {

    private static Credential key(String scheme, NameHint option, String variable) {
        return new Credential(scheme, Credential.Place.BEARER, "", option, variable, Documentation.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "ApiKeyAuth, apiKey, api key",
        "api_key, apiKey, api key",
        "AdminApiKeyAuth, apiKey, admin api key",
        "apikey, apiKey, api key",
        "bearerAuth, http, bearer token",
        "petstore_auth, oauth2, petstore token",
        "JWT, http, jwt token",
        "app_id, apiKey, app id key",
        "Authorization, apiKey, api key"
    })
    void credential_isCalledAsAPersonWould(String scheme, String type, String option) {
        String rest = type.equals("http") ? ", scheme: bearer" : type.equals("apiKey") ? ", in: query, name: k" : "";
        Resolution resolution = Resolution.of("""
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths: {}
            security: [{%1$s: []}]
            components: {securitySchemes: {%1$s: {type: %2$s%3$s}}}
            """.formatted(scheme, type, rest));

        assertThat(resolution.model().client().credentials())
                .extracting(credential -> credential.option().text())
                .containsExactly(option);
    }

    @ParameterizedTest
    @CsvSource({
        "OpenAI API, OpenAI Client, OPENAI_API_KEY, OPENAI_BASE_URL",
        "Pet Store, Pet Store Client, PET_STORE_API_KEY, PET_STORE_BASE_URL",
        "API, Client, API_KEY, BASE_URL",
        "3D api, 3D Client, API_KEY, BASE_URL"
    })
    void names_comeFromTheTitle(String title, String name, String apiKey, String baseUrl) {
        ClientDescription client = Resolution.of(
                        "openapi: 3.1.0\ninfo: {title: '" + title + "', version: '1'}\npaths: {}\n" + """
                    security: [{ApiKeyAuth: []}]
                    components: {securitySchemes: {ApiKeyAuth: {type: http, scheme: bearer}}}
                    """)
                .model()
                .client();

        assertThat(client)
                .isEqualTo(new ClientDescription(
                        NameHint.of(name),
                        title,
                        Documentation.NONE,
                        Server.NONE,
                        List.of(key("ApiKeyAuth", NameHint.of("api key"), apiKey)),
                        List.of(List.of("ApiKeyAuth")),
                        baseUrl,
                        "",
                        List.of()));
    }

    @Test
    void extension_overridesAll() {
        Resolution resolution = Resolution.of("""
            openapi: 3.1.0
            info: {title: T, version: '1', description: Prose.}
            servers: [{url: 'https://{host}.example/v1/', variables: {host: {default: api}}}]
            x-java-client:
              name: OpenAiClient
              apiKeyVariable: MY_KEY
              baseUrlVariable: MY_URL
              templates: openai
              credentials: [{scheme: AdminAuth, option: adminKey, variable: ADMIN_KEY}]
              headers:
                - {option: organization, header: OpenAI-Organization, variable: OPENAI_ORG_ID, description: Who pays.}
            paths: {}
            security: [{bearerAuth: []}, {AdminAuth: []}]
            components:
              securitySchemes: {AdminAuth: {type: oauth2, flows: {}}, bearerAuth: {type: http, scheme: bearer}}
            """);

        assertThat(resolution.model().client())
                .isEqualTo(new ClientDescription(
                        NameHint.curated("OpenAiClient"),
                        "T",
                        new Documentation("Prose."),
                        new Server(
                                "https://{host}.example/v1",
                                List.of(new ServerVariable(
                                        NameHint.of("server host"), "host", "api", List.of(), Documentation.NONE)),
                                List.of("https://{host}.example/v1/")),
                        List.of(
                                key("bearerAuth", NameHint.of("bearer token"), "MY_KEY"),
                                key("AdminAuth", NameHint.curated("adminKey"), "ADMIN_KEY")),
                        List.of(List.of("bearerAuth"), List.of("AdminAuth")),
                        "MY_URL",
                        "openai",
                        List.of(new HeaderOption(
                                NameHint.curated("organization"),
                                "OpenAI-Organization",
                                "OPENAI_ORG_ID",
                                new Documentation("Who pays.")))));
        assertThat(resolution.diagnostics()).isEmpty();
    }

    @Test
    void malformedExtension_isReportedWhereItIsWrong() {
        Resolution resolution = Resolution.of("""
            openapi: 3.1.0
            info: {title: T, version: '1'}
            servers: [{url: /v1}]
            x-java-client: {name: 5, templates: ../x, headers: [{option: a}], queryArrays: csv, credentials: [{}]}
            paths: {}
            """);

        assertThat(resolution.reports())
                .containsExactlyInAnyOrder(
                        "ERROR malformed-extension /x-java-client/name",
                        "ERROR malformed-extension /x-java-client/templates",
                        "ERROR malformed-extension /x-java-client/headers/0",
                        "ERROR malformed-extension /x-java-client/queryArrays",
                        "ERROR malformed-extension /x-java-client/credentials/0",
                        "WARNING relative-server /servers/0/url");
    }
}
