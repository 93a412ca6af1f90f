package dev.parley.generator.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.generator.diagnostic.Diagnostic;
import dev.parley.generator.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlaysTest {

    private static final String INFO = "info: {title: t, version: 1}\n";

    @TempDir
    private Path folder;

    private final Diagnostics diagnostics = new Diagnostics();
    private final List<Path> overlays = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"a":{"b":1}} | {target: $.a, update: {c: {d: 2}}} | {"a":{"b":1,"c":{"d":2}}}
        {"a":{"b":1}} | {target: $, update: {a: {b: 2}}} | {"a":{"b":2}}
        {"a":{"b":{"c":[1]}}} | {target: $.a, update: {b: {c: [2]}}} | {"a":{"b":{"c":[1,2]}}}
        {"a":[1]} | {target: $.a, update: {b: 2}} | {"a":[1,{"b":2}]}
        {"a":[[1]]} | {target: $.a, update: [2]} | {"a":[[1],[2]]}
        {"a":[{"n":"x"},{"n":"y"},{"n":"x"}]} | {target: "$.a[?(@.n == 'x')]", remove: true} | {"a":[{"n":"y"}]}
        {"a":{"b":{}},"c":1} | {target: $.a.b, remove: true} | {"a":{},"c":1}
        {"a":{"b":{}}} | {target: $.a.b, remove: true, update: {x: 1}} | {"a":{}}
        {"p":{"x":{"g":{}},"y":{"g":{}}}} | {target: $.p.*.g, update: {s: 1}} | {"p":{"x":{"g":{"s":1}},"y":{"g":{"s":1}}}}
        {"a-b":{"/p":{}}} | {target: "$['a-b']['/p']", update: {q: null}} | {"a-b":{"/p":{"q":null}}}
        """)
    void apply_oneAction_changesTheTree(String document, String action, String expected) throws IOException {
        overlay("overlay: 1.0.0\n" + INFO + "actions: [" + action + "]\n");

        assertThat(apply(document)).isEqualTo(expected);
        assertThat(diagnostics.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"r":["x","y","z"]} | {target: "$.r[?(@ == 'y')]", remove: true} | {"r":["x","z"]}
        {"a":{"b":1}} | {target: $.a.b, update: two} | {"a":{"b":"two"}}
        {"r":["x","y"]} | {target: "$.r[?@ == 'y']", remove: true} | {"r":["x"]}
        {"r":["a","b","c","d"]} | {target: "$.r[1,0,3,1]", remove: true} | {"r":["c"]}
        {"a":["",""]} | {target: "$.a[1]", remove: true} | {"a":[""]}
        {"a":[1]} | {target: $.a, update: [2, 3]} | {"a":[1,2,3]}
        {"a":[1]} | {target: $.a, update: 2} | {"a":[1,2]}
        {"a":[1]} | {target: "$.a[0]", update: 2} | {"a":[2]}
        {"a":1,"b":null} | {target: "$['a','b']", update: null} | {"a":null,"b":null}
        {"a":{"x":1,"l":[1]},"b":{"y":2,"l":[2]}} | {target: $.b, copy: $.a} | {"a":{"x":1,"l":[1]},"b":{"y":2,"l":[2,1],"x":1}}
        {"a":[1,2]} | {target: $.a, copy: $.a} | {"a":[1,2,1,2]}
        {"a":{"b":{}}} | {target: $.a.b, copy: $.a} | {"a":{"b":{"b":{}}}}
        {"a":"x","b":["y"]} | {target: $.b, copy: $.a} | {"a":"x","b":["y","x"]}
        {"a":"x","b":"y"} | {target: $.b, copy: $.a} | {"a":"x","b":"x"}
        {"a":"x"} | {target: $.a, remove: true, copy: $.none} | {}
        """)
    void apply_oneActionOfOverlay11_mayNameScalars(String document, String action, String expected) throws IOException {
        overlay("overlay: 1.1.0\n" + INFO + "actions: [" + action + "]\n");

        assertThat(apply(document)).isEqualTo(expected);
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void apply_severalOverlays_eachSeesWhatTheOneBeforeLeft() throws IOException {
        overlay("overlay: 1.0.0\n" + INFO + "actions: [{target: $, update: {a: {}}}, {target: $.a, update: {b: 1}}]\n");
        overlay("overlay: 1.0.0\n" + INFO + "actions: [{target: $.a, update: {b: 2, c: 3}}]\n");

        assertThat(apply("{}")).isEqualTo("{\"a\":{\"b\":2,\"c\":3}}");
    }

    @Test
    void apply_updateOfSeveralTargets_sharesNothing() throws IOException {
        overlay("overlay: 1.0.0\n" + INFO + """
            actions:
            - {target: '$.*', update: {n: {}}}
            - {target: $.a.n, update: {only: a}}
            """);

        assertThat(apply("{\"a\":{},\"b\":{}}")).isEqualTo("{\"a\":{\"n\":{\"only\":\"a\"}},\"b\":{\"n\":{}}}");
    }

    @Test
    void apply_targetThatSelectsNothing_warnsByFileAndAction() throws IOException {
        overlay("overlay: 1.0.0\n" + INFO
                + "actions: [{target: $, update: {a: 1}}, {target: $.x.y, update: {b: 1}}]\n");

        assertThat(apply("{}")).isEqualTo("{\"a\":1}");
        assertThat(diagnostics.all()).singleElement().satisfies(warning -> {
            assertThat(warning.severity()).isEqualTo(Diagnostic.Severity.WARNING);
            assertThat(warning.code()).isEqualTo("overlay-target");
            assertThat(warning.pointer()).endsWith("overlay0.yaml#/actions/1");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {target: $, remove: true} | /actions/0
        {target: $.a, update: [1]} | /actions/0/update
        {target: $, update: {a: 1}} | /actions/0/update/a
        {target: $, update: {l: {}}} | /actions/0/update/l
        {target: $.s, update: x} | /actions/0
        {target: $.a, copy: $.b} | /actions/0/copy
        {target: $.a, remove: maybe} | /actions/0/remove
        {target: $.a} | /actions/0
        {update: {}} | /actions/0/target
        {target: '$..[', update: {}} | /actions/0/target
        {target: $.a, updates: {}, update: {}} | /actions/0/updates
        7 | /actions/0
        """)
    void apply_actionThatIsWrong_isAnErrorAtItsPlace(String action, String place) throws IOException {
        overlay("overlay: 1.0.0\n" + INFO + "actions: [" + action + "]\n");

        apply("{\"a\":{},\"l\":[],\"s\":\"t\"}");

        assertThat(diagnostics.all()).singleElement().satisfies(error -> {
            assertThat(error.severity()).isEqualTo(Diagnostic.Severity.ERROR);
            assertThat(error.code()).isEqualTo("overlay");
            assertThat(error.pointer()).endsWith("overlay0.yaml#" + place);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {target: $.a, update: {}, copy: $.b} | /actions/0 | both update and copy
        {target: $.a, copy: 7} | /actions/0/copy | there is no JSONPath
        {target: $.a, copy: a.b} | /actions/0/copy | there should be $ before 'a.b'
        {target: $.a, copy: $.nothing} | /actions/0/copy | the path selects 0 values
        {target: $.a, copy: $.*} | /actions/0/copy | the path selects 4 values
        {target: $.a, copy: $.l} | /actions/0/copy | at /a, what is there is an object, and cannot be merged with a list
        {target: "$['a','l']", update: {}} | /actions/0/update | an object and a list
        {target: $.s, update: {}} | /actions/0/update | at /s, what is there is a scalar
        {target: $, update: {'x~/y': {l: 1}}} | /actions/0/update/x~0~1y/l | what is there is a list
        {target: $.a.x-y, update: {}} | /actions/0/target | there should be . or [ before '-y'
        """)
    void apply_actionOfOverlay11_thatIsWrong_saysWhatIsWrong(String action, String place, String problem)
            throws IOException {
        overlay("overlay: 1.1.0\n" + INFO + "actions: [" + action + "]\n");

        apply("{\"a\":{},\"l\":[],\"s\":\"t\",\"x~/y\":{\"l\":[]}}");

        assertThat(diagnostics.all()).singleElement().satisfies(error -> {
            assertThat(error.severity()).isEqualTo(Diagnostic.Severity.ERROR);
            assertThat(error.pointer()).endsWith("overlay0.yaml#" + place);
            assertThat(error.message()).contains(problem);
        });
    }

    /** The third takes what the two before made, and so on: each one doubles the document. */
    @Test
    void apply_copiesThatGrowWithoutEnd_areStopped() throws IOException {
        String copies = "- {target: $, update: {x: {}}}\n" + "- {target: $..x, copy: $}\n".repeat(30);
        overlay("overlay: 1.1.0\n" + INFO + "actions:\n" + copies);

        apply("{\"x\":{}}");

        assertThat(diagnostics.all())
                .isNotEmpty()
                .allSatisfy(error -> assertThat(error.message()).containsAnyOf("make the document larger"));
    }

    @Test
    void apply_pathThatLooksAtTooMuch_isStopped() throws IOException {
        overlay("overlay: 1.1.0\n" + INFO + "actions:\n- {target: '$..*..*..*..*..*..*..*', remove: true}\n");

        apply("{\"a\":" + "[".repeat(60) + "]".repeat(60) + "}");

        assertThat(diagnostics.all()).singleElement().satisfies(error -> {
            assertThat(error.pointer()).endsWith("overlay0.yaml#/actions/0/target");
            assertThat(error.message()).startsWith("the path asks for too much: ");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "openapi.yaml, 0",
        "../spec/openapi.yaml, 0",
        "https://example.com/v1/openapi.yaml?raw=true, 0",
        "other.yaml, 1",
        "https://example.com/, 1"
    })
    void apply_overlayForAnotherDocument_warns(String extended, int warnings) throws IOException {
        overlay("overlay: 1.1.0\n" + INFO + "extends: '" + extended + "'\nactions: [{target: $, update: {a: 1}}]\n");

        assertThat(apply("{}")).isEqualTo("{\"a\":1}");
        assertThat(diagnostics.all()).hasSize(warnings).allSatisfy(warning -> {
            assertThat(warning.code()).isEqualTo("overlay-extends");
            assertThat(warning.severity()).isEqualTo(Diagnostic.Severity.WARNING);
            assertThat(warning.pointer()).endsWith("overlay0.yaml#/extends");
        });
    }

    @Test
    void apply_membersForExtensions_areLeftAlone() throws IOException {
        overlay("""
            overlay: 1.1.0
            x-team: a
            info: {title: t, version: 1, description: d, x-owner: b}
            actions: [{target: $, update: {a: 1}, x-ticket: 5}]
            """);

        assertThat(apply("{}")).isEqualTo("{\"a\":1}");
        assertThat(diagnostics.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        openapi: 3.1.0 | /overlay
        overlay: 2.0.0 | /overlay
        {overlay: 1.0.0, info: {title: t, version: 1}} | /actions
        {overlay: 1.0.0, info: {title: t, version: 1}, actions: []} | /actions
        {overlay: 1.0.0, info: {title: t, version: 1, name: n}, actions: [{target: $, update: {}}]} | /info/name
        {overlay: 1.0.0, info: {title: t, version: 1}, extends: 7, actions: [{target: $, update: {}}]} | /extends
        {overlay: 1.0.0, info: {version: 1}, actions: [{target: $, update: {}}]} | /info
        {overlay: 1.0.0, info: {title: t, version: 1}, action: 1, actions: [{target: $, update: {}}]} | /action
        """)
    void apply_documentThatIsNoOverlay_isAnErrorAtItsPlace(String overlay, String place) throws IOException {
        overlay(overlay);

        apply("{}");

        assertThat(diagnostics.all())
                .singleElement()
                .satisfies(error -> assertThat(error.pointer()).endsWith("overlay0.yaml#" + place));
    }

    @Test
    void apply_missingOverlayAndBadYaml_reportsBoth() throws IOException {
        overlays.add(folder.resolve("none.yaml"));
        overlay("overlay: [");

        apply("{}");

        assertThat(diagnostics.all()).extracting(Diagnostic::code).containsExactly("no-file", "syntax");
    }

    private void overlay(String text) throws IOException {
        Path file = folder.resolve("overlay" + overlays.size() + ".yaml");
        Files.writeString(file, text);
        overlays.add(file);
    }

    private String apply(String document) throws IOException {
        ObjectNode tree = (ObjectNode) new JsonMapper().readTree(document);
        Overlays.apply(tree, "openapi.yaml", overlays, diagnostics);
        return tree.toString();
    }
}
