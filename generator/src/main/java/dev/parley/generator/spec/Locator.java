package dev.parley.generator.spec;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the place that a reference names: within the document, by an address, or in another file. Fetches nothing. */
final class Locator {

    private static final Pattern REMOTE = Pattern.compile("(?i)(?:https?|ftps?|wss?):.*|//.*", Pattern.DOTALL);
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

    /** How many references one pointer may pass through. */
    private static final int HOPS = 20;

    private final Sources sources;
    private final Resources resources;
    private final Map<Resource, Map<String, Target>> known = new HashMap<>();

    Locator(Sources sources, Resources resources) {
        this.sources = sources;
        this.resources = resources;
    }

    /**
     * Returns the place that a reference names.
     *
     * @param from what {@code #} means where the reference stands
     * @throws UnfollowableException if there is no such place, or it may not be looked at
     */
    Target locate(Resource from, String reference) throws UnfollowableException {
        return locate(from, reference, 0);
    }

    private Target locate(Resource from, String reference, int hops) throws UnfollowableException {
        Map<String, Target> places = known.computeIfAbsent(from, unused -> new HashMap<>());
        Target place = places.get(reference);
        if (place == null) {
            int hash = reference.indexOf('#');
            String address = hash < 0 ? reference : reference.substring(0, hash);
            Resource resource = address.isEmpty() ? from : resource(from, address, reference);
            place = within(resource, hash < 0 ? "" : reference.substring(hash + 1), reference, hops);
            places.put(reference, place);
        }
        return place;
    }

    private Resource resource(Resource from, String address, String reference) throws UnfollowableException {
        URI resolved = resolved(from, address, reference);
        Resource named = resources.at(resolved);
        if (named != null) {
            return named;
        }
        boolean relative = !SCHEME.matcher(address).matches() && !address.startsWith("/");
        if (!relative && !REMOTE.matcher(address).matches()) {
            throw new UnfollowableException(
                    "external-ref",
                    "$ref leads to another file by an absolute path: " + reference,
                    "write a path that starts at the folder of this file");
        }
        boolean remote =
                !"file".equals(resolved.getScheme()) || REMOTE.matcher(address).matches();
        if (remote && relative) {
            named = besideFile(from, address, resolved);
        }
        if (named != null) {
            return named;
        }
        if (remote) {
            throw new UnfollowableException(
                    "remote-ref",
                    "$ref leads to another host, and nothing is fetched: "
                            + (relative ? resolved + ", by the $id around it" : reference),
                    "json-schema.org".equals(resolved.getHost())
                            ? "put {type: object} in its place with an overlay, as any schema is an object"
                            : "copy what it names into components");
        }
        return resources.of(read(from.base().resolve(encoded(address)), reference));
    }

    /** A file beside this one is meant by its address if it says so itself. */
    private @Nullable Resource besideFile(Resource from, String address, URI resolved) {
        try {
            resources.of(read(from.tree().path().toUri().resolve(encoded(address)), address));
            return resources.at(resolved);
        } catch (UnfollowableException e) {
            return null;
        }
    }

    private SourceTree read(URI file, String reference) throws UnfollowableException {
        try {
            return sources.read(Path.of(file), reference);
        } catch (IllegalArgumentException e) {
            throw malformed(reference);
        }
    }

    private static URI resolved(Resource from, String address, String reference) throws UnfollowableException {
        if (address.contains("\\")) {
            throw new UnfollowableException(
                    "external-ref", "$ref is no address, but a path of Windows: " + reference, "write / for \\");
        }
        try {
            return from.base().resolve(encoded(address));
        } catch (IllegalArgumentException e) {
            throw malformed(reference);
        }
    }

    private static String encoded(String address) {
        return address.replace(" ", "%20");
    }

    private static UnfollowableException malformed(String reference) {
        return new UnfollowableException(
                "dangling-ref", "$ref is no address: " + reference, "write a relative path, # and a JSON pointer");
    }

    private Target within(Resource resource, String fragment, String reference, int hops) throws UnfollowableException {
        Target root = resources.root(resource);
        if (fragment.isEmpty()) {
            return root;
        }
        String decoded;
        try {
            decoded = URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw dangling("$ref is no JSON pointer: " + reference);
        }
        if (decoded.startsWith("/")) {
            return descend(root, tokens(decoded), reference, hops);
        }
        Target anchor = resource.anchors().get(decoded);
        if (anchor == null) {
            throw dangling("$ref is no JSON pointer, and there is no such anchor: " + reference);
        }
        return anchor;
    }

    private Target descend(Target root, List<String> tokens, String reference, int hops) throws UnfollowableException {
        Target at = root;
        int passed = hops;
        for (String token : tokens) {
            Target next = resources.below(at, token);
            while (next == null && at.node().path("$ref").isTextual()) {
                if (++passed > HOPS) {
                    throw new UnfollowableException(
                            "reference-cycle",
                            "the pointer passes through references that lead round in a circle: " + reference,
                            "name the place itself");
                }
                at = locate(at.resource(), at.node().path("$ref").textValue(), passed);
                next = resources.below(at, token);
            }
            if (next == null) {
                throw dangling("$ref leads nowhere: " + reference
                        + (Objects.equals(root.pointer(), Pointer.ROOT) ? "" : ", counted from the $id around it"));
            }
            at = next;
        }
        return at;
    }

    private static List<String> tokens(String pointer) {
        return Stream.of(pointer.substring(1).split("/", -1))
                .map(token -> token.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    private static UnfollowableException dangling(String message) {
        return new UnfollowableException(
                "dangling-ref",
                message,
                "name something that is there, by a JSON pointer such as #/components/schemas/A");
    }
}
