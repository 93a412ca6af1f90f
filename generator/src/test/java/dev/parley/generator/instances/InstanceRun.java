package dev.parley.generator.instances;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.runtime.json.OpenEnum;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Holds every component schema of a document that became a type to {@link RoundTrip}, and counts. */
final class InstanceRun {

    private final SchemaTree tree;
    private final GeneratedTypes types;
    private final InstanceGenerator generator;
    private final Validity validity;
    private final RoundTrip roundTrip;
    private final long seed;

    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, List<String>> skipped = new TreeMap<>();
    private final Map<String, String> rejected = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();

    /** Takes a document and what became of it; {@code excused} are unions of which a value may be misread. */
    InstanceRun(ObjectNode document, GeneratedTypes types, long seed, Set<String> excused) {
        this.tree = SchemaTree.of(document);
        this.types = types;
        this.generator = new InstanceGenerator(tree);
        this.validity = new Validity(tree);
        this.roundTrip = new RoundTrip(types.all(), validity, excused);
        this.seed = seed;
    }

    /** Makes {@code instances} of each schema; one that fails ends the work on its schema. */
    InstanceRun hold(int instances) {
        tree.components().parallelStream().forEach(component -> {
            String pointer = SchemaTree.pointer(component);
            Class<?> type = types.at(pointer);
            count("schemas");
            if (type == null) {
                skip("became no type", component);
            } else {
                hold(pointer, type, instances);
            }
        });
        return this;
    }

    private void hold(String pointer, Class<?> type, int instances) {
        int made = 0;
        String reason = "";
        for (int i = 0; i < instances; i++) {
            Draw draw = new Draw(seed, pointer, i);
            JsonNode instance;
            try {
                instance = generator.instance(tree.at(pointer), draw);
            } catch (Impossible e) {
                count("impossible");
                reason = String.valueOf(e.getMessage());
                reject(pointer, reason);
                continue;
            }
            if (instance.isNull() || OpenEnum.class.isAssignableFrom(type) && !instance.isTextual()) {
                count("null");
                continue;
            }
            if (!draw.deviates()) {
                String problem = validity.problem(pointer, instance);
                if (problem != null) {
                    count("not valid");
                    reason = problem;
                    reject(pointer, reason);
                    continue;
                }
            }
            made++;
            count(draw.deviates() ? "deviating" : "valid");
            String problem = roundTrip.problem(type, instance, !draw.deviates());
            if (problem != null) {
                String failure = failure(pointer, type, i, instance, draw.deviates(), problem);
                synchronized (failures) {
                    failures.add(failure);
                }
                return;
            }
        }
        if (made == 0) {
            skip("no instance: " + reason, pointer);
        } else {
            count("tested");
        }
    }

    private String failure(
            String pointer, Class<?> type, int index, JsonNode instance, boolean deviates, String problem) {
        JsonNode smallest = Shrinking.smallest(instance, candidate -> {
            boolean valid = deviates || validity.problem(pointer, candidate) == null;
            String now = valid ? roundTrip.problem(type, candidate, !deviates) : null;
            return now != null && kind(now).equals(kind(problem));
        });
        String now = roundTrip.problem(type, smallest, !deviates);
        return "%s as %s, seed %d, instance %d%s%n  %s%n  %s"
                .formatted(
                        pointer,
                        type.getSimpleName(),
                        seed,
                        index,
                        deviates ? ", deviating" : "",
                        cut(JsonEquality.text(smallest)),
                        cut(now == null ? problem : now));
    }

    private static String kind(String problem) {
        return problem.substring(0, Math.min(16, problem.length()));
    }

    private static String cut(String text) {
        return text.length() > 1500 ? text.substring(0, 1500) + "…" : text;
    }

    private synchronized void reject(String pointer, String reason) {
        rejected.putIfAbsent(pointer, reason);
    }

    private synchronized void skip(String reason, String component) {
        skipped.computeIfAbsent(reason, unused -> new ArrayList<>()).add(component);
    }

    private synchronized void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    /** Returns a text for each schema with an instance that fails, in the order of the names. */
    List<String> failures() {
        return failures.stream().sorted().toList();
    }

    /** Returns the schemas without a tested type, by the reason. */
    Map<String, List<String>> skipped() {
        return skipped;
    }

    /** Returns the counts in one line, and why schemas were left out. */
    String summary() {
        StringBuilder text = new StringBuilder("seed " + seed + ", " + counts + ", types "
                + types.all().size() + ", read "
                + types.all().values().stream()
                        .filter(type -> type.isRecord() && roundTrip.seen().contains(type))
                        .count()
                + " of "
                + types.all().values().stream().filter(Class::isRecord).count() + " records, " + roundTrip.excuses()
                + " misread and excused");
        skipped.forEach((reason, names) -> text.append("\n  ")
                .append(names.size())
                .append(' ')
                .append(reason)
                .append(": ")
                .append(names.size() > 12 ? names.subList(0, 12) + "…" : names));
        rejected.forEach((pointer, reason) -> text.append("\n  not all instances of ")
                .append(pointer)
                .append(": ")
                .append(reason));
        return text.toString();
    }
}
