package dev.parley.conformance.strict;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Holds requests and answers against all documents that are at hand, and leaves out the deviations that are known. */
public final class Validity {

    /** The header of a body that is JSON. */
    public static final Map<String, List<String>> JSON = Map.of("content-type", List.of("application/json"));

    private Validity() {}

    /** Everything that a request has against the documents, members that they do not name included. */
    public static List<Finding> ofRequest(
            String method, String target, Map<String, List<String>> headers, String body) {
        return Documents.all().stream()
                .flatMap(document -> findings(
                        document, method + " " + target, document.validateRequest(method, target, headers, body)))
                .toList();
    }

    /** Everything that an answer has against the documents, members that they do not name included. */
    public static List<Finding> ofAnswer(
            String method, String target, int status, Map<String, List<String>> headers, String body) {
        return Documents.all().stream()
                .flatMap(document -> findings(
                        document,
                        method + " " + target + " -> " + status,
                        document.validateResponse(method, target, status, headers, body)))
                .toList();
    }

    /** Leaves out members that the documents do not name. */
    public static List<Finding> errors(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.violation().isError())
                .toList();
    }

    private static Stream<Finding> findings(DocumentValidator document, String exchange, List<Violation> violations) {
        return violations.stream()
                .map(violation -> new Finding(document.name(), exchange, violation))
                .filter(finding -> !KnownDeviations.explain(finding));
    }
}
