package dev.parley.generator.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.spec.Reference.Followed;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes out what is no component: path items, and security schemes that are another one.
 *
 * <p>Each path has operations of its own, so a path item that two paths share is two; its schemas are shared.
 */
final class Inlining {

    private static final int DEEPEST = 50;

    private final boolean pathItems;
    private final ReadBudget budget;
    private final Diagnostics diagnostics;
    private final IdentityHashMap<ObjectNode, Followed> open = new IdentityHashMap<>();
    private final Set<ObjectNode> underway = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * Makes the step.
     *
     * @param pathItems whether path items can be components: OpenAPI 3.1
     */
    Inlining(boolean pathItems, ReadBudget budget, Diagnostics diagnostics) {
        this.pathItems = pathItems;
        this.budget = budget;
        this.diagnostics = diagnostics;
    }

    /** Writes out what the references lead to; they have been rewritten but for those to path items. */
    void inline(List<Followed> followed) {
        for (Followed link : followed) {
            Kind kind = link.reference().kind();
            if (kind == Kind.PATH_ITEM
                    || kind == Kind.SECURITY_SCHEME && link.target().isComponent(kind)) {
                open.put(link.reference().owner(), link);
            }
        }
        for (Followed link : followed) {
            inline(link.reference().owner(), 0);
        }
    }

    private void inline(ObjectNode place, int depth) {
        Followed link = open.remove(place);
        if (link == null) {
            return;
        }
        Target target = link.target();
        boolean plain = place.size() == 1;
        if (pathItems && plain && target.isComponent(Kind.PATH_ITEM)) {
            place.put(
                    Reference.REF,
                    "#/components/pathItems/" + Pointer.escaped(target.pointer().token()));
            return;
        }
        ObjectNode content = (ObjectNode) target.node();
        underway.add(place);
        boolean whole = depth < DEEPEST && inlineBelow(content, depth + 1);
        underway.remove(place);
        if (!whole) {
            refuse(link, "the reference leads round in a circle, or through more than " + DEEPEST + " others");
            return;
        }
        if (!budget.takeValues(values(content))) {
            refuse(link, "the path items, written out, hold more than " + ReadLimits.VALUES + " values");
            return;
        }
        place.remove(Reference.REF);
        for (Map.Entry<String, JsonNode> member : content.deepCopy().properties()) {
            if (!place.has(member.getKey())) {
                place.set(member.getKey(), member.getValue());
            } else if (!member.getKey().equals("summary") && !member.getKey().equals("description")) {
                diagnostics.warning(
                        "ref-sibling",
                        link.reference().place(),
                        member.getKey() + " stands beside $ref and in what it leads to, and OpenAPI does not say which"
                                + " counts; it is the one beside $ref",
                        "keep one of them");
            }
        }
    }

    /** Writes out what stands within; returns false if that holds a place that is being written out. */
    private boolean inlineBelow(JsonNode node, int depth) {
        if (node instanceof ObjectNode place) {
            if (underway.contains(place)) {
                return false;
            }
            inline(place, depth);
        }
        for (JsonNode value : node) {
            if (!inlineBelow(value, depth)) {
                return false;
            }
        }
        return true;
    }

    private void refuse(Followed link, String message) {
        diagnostics.error(
                "reference-cycle", link.reference().place(), message, "describe the operations below the path");
    }

    private static long values(JsonNode node) {
        long values = 1;
        for (JsonNode value : node) {
            values += values(value);
        }
        return values;
    }
}
