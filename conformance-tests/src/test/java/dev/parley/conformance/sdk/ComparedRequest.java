package dev.parley.conformance.sdk;

import dev.parley.conformance.LoopbackServer;
import dev.parley.conformance.RecordedExchange;
import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonValue;
import dev.parley.testkit.RecordedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A request as a server sees it, in a form in which two can be held against each other.
 *
 * @param method the HTTP method
 * @param path the path, percent-encoding included
 * @param query the values of each parameter in their order, decoded, by its decoded name
 * @param headers the values of each header but those of the connection, by its name in lower case
 * @param body the body, a JSON null if it is empty
 */
record ComparedRequest(
        String method,
        String path,
        Map<String, List<String>> query,
        Map<String, List<String>> headers,
        JsonValue body) {

    /** Headers of the connection, which a transport sets: they say nothing about the call. */
    private static final Set<String> FRAMING = Set.of("host", "connection", "content-length");

    static ComparedRequest of(LoopbackServer.Received request) {
        return of(request.method(), request.target(), request.headers(), request.body());
    }

    static ComparedRequest of(RecordedRequest request) {
        return of(request.method(), request.target(), request.headers(), request.body());
    }

    private static ComparedRequest of(String method, String target, Map<String, List<String>> headers, String body) {
        Map<String, List<String>> query = new TreeMap<>();
        RecordedExchange.query(target)
                .forEach(pair -> query.computeIfAbsent(pair.getKey(), name -> new ArrayList<>())
                        .add(pair.getValue()));
        Map<String, List<String>> meaning = new TreeMap<>(headers);
        meaning.keySet().removeAll(FRAMING);
        return new ComparedRequest(
                method,
                RecordedExchange.path(target),
                query,
                meaning,
                body.isEmpty() ? JsonNull.INSTANCE : JsonValue.parse(body));
    }

    /** Returns what is not the same in both: {@code method}, {@code query limit}, {@code header accept}, {@code body $.items}. */
    List<String> differences(ComparedRequest other) {
        List<String> differences = new ArrayList<>();
        if (!method.equals(other.method)) {
            differences.add("method");
        }
        if (!path.equals(other.path)) {
            differences.add("path");
        }
        addDifferent("query ", query, other.query, differences);
        addDifferent("header ", headers, other.headers, differences);
        JsonDifference.between(body, other.body).forEach(each -> differences.add("body " + each.path()));
        return differences;
    }

    private static void addDifferent(
            String kind, Map<String, List<String>> ours, Map<String, List<String>> theirs, List<String> differences) {
        Set<String> names = new TreeSet<>(ours.keySet());
        names.addAll(theirs.keySet());
        for (String name : names) {
            @Nullable List<String> own = ours.get(name);
            if (own == null || !own.equals(theirs.get(name))) {
                differences.add(kind + name);
            }
        }
    }
}
