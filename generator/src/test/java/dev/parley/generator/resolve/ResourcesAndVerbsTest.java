package dev.parley.generator.resolve;

import static dev.parley.generator.resolve.ThingsDocument.PATH_ID;
import static dev.parley.generator.resolve.ThingsDocument.paths;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.generator.model.Operation;
import dev.parley.generator.model.Service;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operation belongs to and what it is called, from its path and its method. */
class ResourcesAndVerbsTest {

    @ParameterizedTest
    @CsvSource({
        "/things, post, create, things",
        "/things, get, retrieve, things",
        "/things/{id}, get, retrieve, things",
        "/things/{id}, post, update, things",
        "/things/{id}, put, update, things",
        "/things/{id}, patch, update, things",
        "/things/{id}, delete, delete, things",
        "/things/{id}/parts, post, create, things.parts",
        "/things/{id}/parts, get, retrieve, things.parts",
        "/things/{id}/cancel, post, cancel, things",
        "/things/{id}/content, get, retrieve, things.content",
        "/a/b/{id}, get, retrieve, a.b"
    })
    void resourceAndVerb_comeFromPathAndMethod(String path, String method, String verb, String resource) {
        String own = path.contains("{id}") ? PATH_ID + ", " : "";
        Resolution resolution = paths(path + ": {" + own + method + ": {responses: {'200': {description: d}}}}\n");

        Service service =
                resolution.model().services().get(resolution.model().services().size() - 1);
        assertThat(String.join(".", service.resource())).isEqualTo(resource);
        assertThat(service.operations()).extracting(Operation::verb).containsExactly(verb);
    }

    @Test
    void action_behindAnotherPath_isAVerbOfThatResource() {
        Resolution resolution = paths("""
            /things: {get: {responses: {'200': {description: d}}}}
            /things/compact: {post: {responses: {'200': {description: d}}}}
            /things/edits: {post: {responses: {'200': {description: d}}}}
            """);

        assertThat(resolution.model().services())
                .extracting(Service::resource)
                .containsExactly(List.of("things"), List.of("things", "edits"));
        assertThat(resolution.operation(0, 1).verb()).isEqualTo("compact");
    }

    @Test
    void verbCollision_fallsBackToTheOperationIdWithANote() {
        Resolution resolution = paths("""
            /things: {get: {operationId: getThings, responses: {'200': {description: d}}}}
            /things/{id}: {%s, get: {operationId: getThing, responses: {'200': {description: d}}}}
            """.replace("%s", PATH_ID));

        assertThat(resolution.model().services().get(0).operations())
                .extracting(Operation::verb)
                .containsExactly("retrieve", "getThing");
        assertThat(resolution.reports()).containsExactly("NOTE verb-collision /paths/~1things~1{id}/get");
    }

    @Test
    void verbCollision_withoutOperationId_isNamedByMethodAndPath() {
        Resolution resolution = paths("""
            /things: {get: {responses: {'200': {description: d}}}}
            /things/{id}:
              %s
              get: {responses: {'200': {description: d}}}
              put: {responses: {'200': {description: d}}}
              patch: {responses: {'200': {description: d}}}
            /things/: {get: {responses: {'200': {description: d}}}}
            /{id}/things: {%s, get: {responses: {'200': {description: d}}}}
            """.replace("%s", PATH_ID));

        assertThat(resolution.model().services().get(0).operations())
                .extracting(Operation::verb)
                .containsExactly("retrieve", "retrieveById", "update", "patch", "getThings", "getThingsById");
        assertThat(resolution.reports())
                .containsExactly(
                        "NOTE verb-collision /paths/~1things~1{id}/get",
                        "NOTE verb-collision /paths/~1things~1{id}/patch",
                        "NOTE verb-collision /paths/~1things~1/get",
                        "NOTE verb-collision /paths/~1{id}~1things/get");
    }

    @Test
    void verbCollision_withAChosenVerb_givesWay() {
        Resolution resolution = paths("""
            /things: {get: {responses: {'200': {description: d}}}}
            /things/{id}: {%s, get: {x-java-verb: retrieve, responses: {'200': {description: d}}}}
            """.replace("%s", PATH_ID));

        assertThat(resolution.model().services().get(0).operations())
                .extracting(Operation::verb)
                .containsExactly("getThings", "retrieve");
    }

    @Test
    void verbCollision_ofTwoChosenVerbs_isAnError() {
        Resolution resolution = paths("""
            /things: {get: {x-java-verb: find, responses: {'200': {description: d}}}}
            /things/{id}: {%s, get: {x-java-verb: find, responses: {'200': {description: d}}}}
            """.replace("%s", PATH_ID));

        assertThat(resolution.reports()).containsExactly("ERROR verb-collision /paths/~1things~1{id}/get");
    }

    @ParameterizedTest
    @CsvSource({
        "/things/{id}:cancel, post, cancel, things",
        "/things:batchGet, get, batchGet, things",
        "/things/{id}.json, get, retrieve, things",
        "/report.{id}, get, retrieve, report",
        "/Things('{id}'), get, retrieve, Things",
        "/things/?beta=true, post, create, beta.things",
        "/things/{id}/cancel?beta=true&x, post, cancel, beta.x.things",
        "/things, head, head, things",
        "/things, options, options, things"
    })
    void path_ofAnotherKind_isNamedAsPeopleWould(String path, String method, String verb, String resource) {
        String own = path.contains("{id}") ? PATH_ID + ", " : "";
        Resolution resolution =
                paths("\"" + path + "\": {" + own + method + ": {responses: {'200': {description: d}}}}\n");
        Service service =
                resolution.model().services().get(resolution.model().services().size() - 1);

        assertThat(String.join(".", service.resource())).isEqualTo(resource);
        assertThat(service.operations()).extracting(Operation::verb).containsExactly(verb);
        assertThat(service.operations()).extracting(Operation::path).containsExactly(path);
        assertThat(resolution.diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/a, /api/v1/b/{id}, a b",
        "/v1/a, /v2/a, v1.a v2.a",
        "/api/v1/a, /feeds/b/{id}, a feeds.b",
        "/api/v1/a, /a/{id}, api.v1.a a",
        "/rest/a, /b/{id}, rest.a b",
        "/2010-04-01/a, /2010-04-01/b/{id}, a b",
        "/a, /a/{id}/b, a a.b",
        "/users/a, /users/b, users.a users.b"
    })
    void prefixOfPaths_thatIsAVersion_isNoResource(String one, String two, String resources) {
        Resolution resolution = paths("""
            %s: {post: {responses: {'200': {description: d}}}}
            %s: {%s, get: {responses: {'200': {description: d}}}}
            """.formatted(one, two, two.contains("{id}") ? PATH_ID : "summary: s"));

        assertThat(resolution.model().services().stream()
                        .filter(service -> !service.operations().isEmpty())
                        .map(service -> String.join(".", service.resource())))
                .containsExactly(resources.split(" "));
    }

    @Test
    void extensions_overrideResourceAndVerb() {
        Resolution resolution = paths(
                "/v1/things: {post: {x-java-resource: all.things, x-java-verb: make, responses: {'200': {description:"
                        + " d}}}}\n");

        assertThat(resolution.model().services())
                .extracting(Service::resource)
                .containsExactly(List.of("all"), List.of("all", "things"));
        assertThat(resolution.operation(1, 0).verb()).isEqualTo("make");
    }
}
