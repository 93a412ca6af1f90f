package dev.parley.generator.corpus;

import java.util.List;

/**
 * The documents, in the order of their names. Each package stands in the profile {@code corpus} of the module's POM,
 * too.
 */
final class CorpusDocuments {

    private static final String OPENAPI_GENERATOR = "org.openapitools";
    private static final String TESTS = "openapi-generator:jar:tests";
    private static final String APACHE = "Apache-2.0";
    private static final String PACKAGE_APACHE = "none stated; the package: Apache-2.0";

    private static final CorpusDocument MOCKSERVER = new CorpusDocument(
            "mockserver",
            "MockServer",
            "org.mock-server",
            "mockserver-core",
            "org/mockserver/openapi/mock-server-openapi-embedded-model.yaml",
            APACHE);

    private CorpusDocuments() {}

    static List<CorpusDocument> all() {
        return List.of(
                new CorpusDocument(
                        "adyen-checkout",
                        "Adyen",
                        OPENAPI_GENERATOR,
                        TESTS,
                        "3_0/jetbrains/CheckoutService-v71.yaml",
                        PACKAGE_APACHE),
                new CorpusDocument(
                        "adyen-management",
                        "Adyen",
                        OPENAPI_GENERATOR,
                        TESTS,
                        "3_0/jetbrains/ManagementService-v3.json",
                        PACKAGE_APACHE),
                new CorpusDocument(
                        "apicurio-registry",
                        "Apicurio",
                        "io.apicurio",
                        "apicurio-registry-common",
                        "META-INF/openapi.json",
                        APACHE),
                new CorpusDocument(
                        "berlin-group",
                        "The Berlin Group",
                        "de.adorsys.psd2",
                        "xs2a-impl",
                        "static/psd2-api_v1.3.11-2021-10-01v1.yaml",
                        "CC-BY-4.0"),
                new CorpusDocument(
                        "camunda-7",
                        "Camunda",
                        "org.camunda.bpm",
                        "camunda-engine-rest-openapi",
                        "openapi.json",
                        APACHE),
                new CorpusDocument(
                        "camunda-8",
                        "Camunda",
                        "io.camunda",
                        "zeebe-gateway-protocol",
                        "v2/rest-api.yaml",
                        "Camunda License 1.0"),
                new CorpusDocument("github", "GitHub", OPENAPI_GENERATOR, TESTS, "3_0/jetbrains/github.json", "MIT"),
                new CorpusDocument(
                                "microprofile-inventory",
                                "Eclipse MicroProfile",
                                "org.eclipse.microprofile.openapi",
                                "microprofile-openapi-tck",
                                "simpleapi.yaml",
                                APACHE)
                        .refused(
                                "dangling-ref",
                                "a mistake of the document: its webhooks name a schema that is not there"),
                MOCKSERVER.refused("remote-ref", "a reference to the meta-schema of JSON Schema on its author's host"),
                MOCKSERVER.overlaid(),
                new CorpusDocument(
                        "nessie",
                        "Project Nessie",
                        "org.projectnessie.nessie",
                        "nessie-model",
                        "META-INF/openapi/openapi.yaml",
                        APACHE),
                new CorpusDocument(
                        "opendota", "OpenDota", OPENAPI_GENERATOR, TESTS, "3_0/opendota.json", PACKAGE_APACHE),
                new CorpusDocument("peertube", "PeerTube", OPENAPI_GENERATOR, TESTS, "3_0/issue_6726.yaml", "AGPL-3.0"),
                new CorpusDocument(
                        "petstore-31", "OpenAPI Generator", OPENAPI_GENERATOR, TESTS, "3_1/java/petstore.yaml", APACHE),
                new CorpusDocument("qdrant", "Qdrant", OPENAPI_GENERATOR, TESTS, "3_0/crystal/qdrant.json", APACHE),
                new CorpusDocument(
                        "schema-tests",
                        "OpenAPI Generator",
                        OPENAPI_GENERATOR,
                        TESTS,
                        "3_0/unit_test_spec/3_0_3_unit_test_spec.yaml",
                        PACKAGE_APACHE),
                new CorpusDocument(
                        "timeatwork", "man@home", OPENAPI_GENERATOR, TESTS, "3_0/asciidoc/api-docs.json", APACHE),
                new CorpusDocument(
                        "wiremock",
                        "WireMock",
                        "org.wiremock",
                        "wiremock",
                        "swagger/wiremock-admin-api.yaml",
                        PACKAGE_APACHE),
                new CorpusDocument(
                        "wiremock-bundled",
                        "WireMock",
                        "org.wiremock",
                        "wiremock",
                        "swagger/wiremock-admin-api.json",
                        PACKAGE_APACHE),
                new CorpusDocument(
                        "wso2-publisher",
                        "WSO2",
                        "org.wso2.carbon.apimgt",
                        "org.wso2.carbon.apimgt.rest.api.publisher.v1:war",
                        "WEB-INF/classes/publisher-api.yaml",
                        APACHE));
    }
}
