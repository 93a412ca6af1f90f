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

    private static final String BODIES = "bodies that are not JSON: files, text, forms, images";
    private static final String SAME_VERB =
            "two operations of one resource would be called alike, and neither has an operationId";
    private static final String OTHER_FILES = "the document is spread over several files";

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
                                APACHE)
                        .refused("unsupported-media-type", BODIES),
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
                                APACHE)
                        .refused("unsupported-media-type", BODIES)
                        .refused(
                                "unsupported-parameter", "a query parameter whose schema is an object without members"),
                new CorpusDocument(
                                "camunda-8",
                                "Camunda",
                                "io.camunda",
                                "zeebe-gateway-protocol",
                                "v2/rest-api.yaml",
                                "Camunda License 1.0")
                        .refused("external-ref", OTHER_FILES),
                new CorpusDocument("github", "GitHub", OPENAPI_GENERATOR, TESTS, "3_0/jetbrains/github.json", "MIT")
                        .refused("no-resource", "`GET /` names no resource")
                        .refused("unsupported-media-type", BODIES)
                        .refused("unsupported-parameter", "a choice of a number and a string, or of one and a list"),
                new CorpusDocument(
                                "mockserver",
                                "MockServer",
                                "org.mock-server",
                                "mockserver-core",
                                "org/mockserver/openapi/mock-server-openapi-embedded-model.yaml",
                                APACHE)
                        .refused("remote-ref", "a reference to the meta-schema of JSON Schema on its author's host"),
                new CorpusDocument(
                                "nessie",
                                "Project Nessie",
                                "org.projectnessie.nessie",
                                "nessie-model",
                                "META-INF/openapi/openapi.yaml",
                                APACHE)
                        .refused(
                                "properties-beside-union", "a base that lists its variants and has the tag beside them")
                        .refused("unsupported-parameter", "an object in a path, a list of objects in a query"),
                new CorpusDocument(
                                "opendota", "OpenDota", OPENAPI_GENERATOR, TESTS, "3_0/opendota.json", PACKAGE_APACHE)
                        .refused("unsupported-parameter", "a list in one value, with commas"),
                new CorpusDocument("peertube", "PeerTube", OPENAPI_GENERATOR, TESTS, "3_0/issue_6726.yaml", "AGPL-3.0")
                        .refused("undeclared-path-parameter", "a mistake of the document: no parameter for {userId}")
                        .refused("unsupported-media-type", BODIES)
                        .refused(
                                "unsupported-parameter",
                                "a choice of one and a list, or of several kinds of identifier")
                        .refused("verb-collision", SAME_VERB),
                new CorpusDocument("qdrant", "Qdrant", OPENAPI_GENERATOR, TESTS, "3_0/crystal/qdrant.json", APACHE)
                        .refused("no-resource", "`GET /` names no resource")
                        .refused("unsupported-media-type", BODIES)
                        .refused("unsupported-parameter", "a choice of a number and an enum"),
                new CorpusDocument(
                                "wiremock",
                                "WireMock",
                                "org.wiremock",
                                "wiremock",
                                "swagger/wiremock-admin-api.yaml",
                                PACKAGE_APACHE)
                        .refused("external-ref", OTHER_FILES),
                new CorpusDocument(
                                "wiremock-bundled",
                                "WireMock",
                                "org.wiremock",
                                "wiremock",
                                "swagger/wiremock-admin-api.json",
                                PACKAGE_APACHE)
                        .refused("unsupported-media-type", BODIES),
                new CorpusDocument(
                                "wso2-publisher",
                                "WSO2",
                                "org.wso2.carbon.apimgt",
                                "org.wso2.carbon.apimgt.rest.api.publisher.v1:war",
                                "WEB-INF/classes/publisher-api.yaml",
                                APACHE)
                        .refused("unsupported-media-type", BODIES)
                        .refused("verb-collision", SAME_VERB));
    }
}
