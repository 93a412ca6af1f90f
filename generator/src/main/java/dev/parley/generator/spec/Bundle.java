package dev.parley.generator.spec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.spec.Reference.Followed;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes one document of all its files, in which every reference names a component; a table of contents of the steps.
 *
 * <p>The parser is given nothing else, since it follows other references badly.
 */
final class Bundle {

    /** Keywords that have done their work once every reference names a component. */
    private static final List<String> SPENT =
            List.of("$id", "$anchor", "$dynamicAnchor", "$recursiveAnchor", "$defs", "definitions");

    private static final Pattern COMPONENT = Pattern.compile(".*#/components/schemas/([^/]+)");

    private Bundle() {}

    /** Rewrites the document of {@code sources} in place; reports what cannot be followed. */
    static void make(Sources sources, Diagnostics diagnostics) {
        ObjectNode document = sources.document().root();
        boolean version31 = document.path("openapi").asText().startsWith("3.1");
        Resources resources = new Resources(version31, diagnostics);
        Resource resource = resources.of(sources.document());
        ReferenceWalk walk = new ReferenceWalk(resources, version31, diagnostics);
        walk.walk(document, Kind.DOCUMENT, resource, Pointer.ROOT);
        Locator locator = new Locator(sources, resources);
        DynamicReferences dynamic = new DynamicReferences(locator, resources, diagnostics);
        List<Followed> followed = new Following(locator, dynamic, walk, version31, diagnostics).follow();
        if (diagnostics.hasErrors()) {
            return;
        }
        Lifting lifting = new Lifting(document, diagnostics);
        lifting.lift(followed);
        keepTags(followed, lifting, walk.schemas());
        RefSiblings siblings = new RefSiblings(document, diagnostics);
        for (ObjectNode schema : walk.schemas()) {
            schema.remove(SPENT);
            if (version31) {
                siblings.combine(schema);
            } else {
                siblings.report(schema, walk.place(schema));
            }
        }
        document.remove(List.of("$defs", "definitions"));
        if (version31) {
            followed.forEach(link -> noteOverride(link.reference(), diagnostics));
        }
        new Inlining(version31, sources.budget(), diagnostics).inline(followed);
    }

    private static void noteOverride(Reference reference, Diagnostics diagnostics) {
        if (reference.kind() == Kind.PARAMETER && reference.owner().has("description")) {
            diagnostics.note(
                    "description-not-used",
                    reference.place(),
                    "The description beside $ref is not used; the parameter is described once, where it stands",
                    "Describe the parameter in the operation if it means something else there");
        }
    }

    /** A variant that gets another name keeps the tag that a discriminator without a mapping takes from its name. */
    private static void keepTags(List<Followed> followed, Lifting lifting, List<ObjectNode> schemas) {
        IdentityHashMap<ObjectNode, String> renamed = new IdentityHashMap<>();
        for (Followed link : followed) {
            var written = COMPONENT.matcher(link.reference().text());
            if (link.reference().kind() == Kind.SCHEMA
                    && written.matches()
                    && !lifting.reference(link).endsWith("/" + written.group(1))) {
                renamed.put(link.reference().owner(), written.group(1));
            }
        }
        for (ObjectNode schema : renamed.isEmpty() ? List.<ObjectNode>of() : schemas) {
            if (schema.get("discriminator") instanceof ObjectNode discriminator) {
                for (String choice : List.of("oneOf", "anyOf")) {
                    schema.path(choice).forEach(branch -> {
                        String tag = branch instanceof ObjectNode object ? renamed.get(object) : null;
                        if (tag != null) {
                            keepTag(
                                    discriminator,
                                    tag,
                                    branch.path(Reference.REF).asText());
                        }
                    });
                }
            }
        }
    }

    private static void keepTag(ObjectNode discriminator, String tag, String reference) {
        ObjectNode mapping = discriminator.get("mapping") instanceof ObjectNode present
                ? present
                : discriminator.putObject("mapping");
        boolean mapped = mapping.has(tag);
        for (var value : mapping) {
            mapped |= value.asText().equals(reference);
        }
        if (!mapped) {
            mapping.put(tag, reference);
        }
    }
}
