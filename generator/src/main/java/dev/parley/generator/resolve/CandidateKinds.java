package dev.parley.generator.resolve;

import dev.parley.generator.model.JsonKind;
import dev.parley.generator.model.Member;
import dev.parley.generator.model.Presence;
import dev.parley.generator.model.TypeRef;
import dev.parley.generator.model.Variant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Which kinds of JSON the members of a candidate can have. Of a map, every name is a member. */
final class CandidateKinds {

    private static final Set<JsonKind> ANY = Collections.unmodifiableSet(EnumSet.allOf(JsonKind.class));

    private final Candidate candidate;
    private final TypeKinds kinds;
    private final Set<String> required;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, Set<JsonKind>> found = new HashMap<>();

    CandidateKinds(Candidate candidate, TypeKinds kinds) {
        this.candidate = candidate;
        this.kinds = kinds;
        this.required = Collections.unmodifiableSet(candidate.required());
        candidate.members().forEach(member -> members.put(member.wireName(), member));
    }

    private static TypeRef elements(Variant variant) {
        return variant instanceof Variant.Wrapper wrapper && wrapper.value() instanceof TypeRef.MapOf map
                ? map.value()
                : TypeRef.FreeForm.VALUE;
    }

    Candidate candidate() {
        return candidate;
    }

    boolean isMap() {
        return candidate.record() == null;
    }

    /** Returns the names of the members that must be there. */
    Set<String> required() {
        return required;
    }

    /** Returns the names of the members that the document names. */
    Set<String> named() {
        return members.keySet();
    }

    /** Returns whether the document says what each of these members is. */
    boolean describes(Collection<String> names) {
        return isMap() || members.keySet().containsAll(names);
    }

    /** Returns whether a member may have a value of this kind; of one that is not described, nothing is known. */
    boolean fits(String name, JsonKind kind) {
        return found.computeIfAbsent(name, this::kindsOf).contains(kind);
    }

    private Set<JsonKind> kindsOf(String name) {
        Member member = members.get(name);
        if (member != null) {
            return kinds.of(member);
        }
        return isMap() ? kinds.of(elements(candidate.variant())) : ANY;
    }

    /** Returns whether a member may be missing or {@code null}. */
    boolean fitsNothing(String name) {
        Member member = members.get(name);
        return member == null
                || !member.required()
                || member instanceof Member.Property property && property.presence() == Presence.REQUIRED_NULLABLE;
    }

    /** Returns whether a member may have a value that a tag can be: a string, a boolean or a number. */
    boolean fitsTag(String name) {
        return describes(Set.of(name))
                && (fits(name, JsonKind.STRING) || fits(name, JsonKind.BOOLEAN) || fits(name, JsonKind.NUMBER));
    }
}
