package dev.parley.generator.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.generator.model.ClientDescription;
import dev.parley.generator.model.ClientDescription.HeaderOption;
import dev.parley.generator.model.Documentation;
import dev.parley.generator.model.NameHint;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientReaderTest {

    @ParameterizedTest
    @CsvSource({
        "OpenAI API, OpenAI Client, OPENAI_API_KEY, OPENAI_BASE_URL",
        "Pet Store, Pet Store Client, PET_STORE_API_KEY, PET_STORE_BASE_URL",
        "API, Client, API_KEY, BASE_URL",
        "3D api, 3D Client, API_KEY, BASE_URL"
    })
    void names_comeFromTheTitle(String title, String name, String apiKey, String baseUrl) {
        ClientDescription client = Resolution.of(
                        "openapi: 3.1.0\ninfo: {title: '" + title + "', version: '1'}\npaths: {}\n")
                .model()
                .client();

        assertThat(client)
                .isEqualTo(new ClientDescription(
                        NameHint.of(name), title, Documentation.NONE, "", apiKey, baseUrl, "", List.of()));
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
              headers:
                - {option: organization, header: OpenAI-Organization, variable: OPENAI_ORG_ID, description: Who pays.}
            paths: {}
            """);

        assertThat(resolution.model().client())
                .isEqualTo(new ClientDescription(
                        NameHint.curated("OpenAiClient"),
                        "T",
                        new Documentation("Prose."),
                        "https://api.example/v1",
                        "MY_KEY",
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
            x-java-client: {name: 5, templates: ../x, headers: [{option: a}]}
            paths: {}
            """);

        assertThat(resolution.reports())
                .containsExactlyInAnyOrder(
                        "ERROR malformed-extension /x-java-client/name",
                        "ERROR malformed-extension /x-java-client/templates",
                        "ERROR malformed-extension /x-java-client/headers/0",
                        "WARNING relative-server /servers/0/url");
    }
}
